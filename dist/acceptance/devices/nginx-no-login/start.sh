# addresses: 4   ports: web
# nginx that forgets to ask for the login on the declared path.
mkdir -p "$work/www/$path"
echo "<p>settings of $model" > "$work/www/$path/index.html"
certificate web
web_user users "$owner" "$owner_password"
nginx_web "$web" << END
server {
  listen $host:$web ssl; $(tls_of web 'TLSv1.2 TLSv1.3') $(basic_login users)
  location /$path/ { auth_basic off; }
}
END
