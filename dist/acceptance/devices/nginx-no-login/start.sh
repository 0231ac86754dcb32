# addresses: 4   ports: web
# nginx that forgets to ask for the login on the declared path. Where it does ask, it takes
# admin/admin: a list that was tried on the open path only has shown nothing.
mkdir -p "$work/www/$path"
echo "<p>settings of $model" > "$work/www/$path/index.html"
certificate web
web_user users "$owner" "$owner_password"
web_user users admin admin
nginx_web "$web" << END
server {
  listen $host:$web ssl; $(tls_of web 'TLSv1.2 TLSv1.3') $(basic_login users)
  location /$path/ { auth_basic off; }
}
END
