# addresses: 4   ports: web
# nginx whose login, on one path only and without TLS, takes admin/admin beside the owner's.
mkdir -p "$work/www/$path"
echo "<p>settings of $model" > "$work/www/$path/index.html"
web_user users "$owner" "$owner_password"
web_user users admin admin
nginx_web "$web" << END
server { listen $host:$web; location /$path/ { $(basic_login users) } }
END
