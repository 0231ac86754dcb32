# addresses: 4   ports: web
# nginx with a form to log in, which takes nothing at all.
certificate web
mkdir -p "$work/www/$path"
cat > "$work/www/$path/index.html" << END
<html><title>$model</title><form method="post" action="/$path/in"><input name="u"><input type="password" name="p"><button>go</button></form></html>
END
cp "$work/www/$path/index.html" "$work/www/index.html"
nginx_web "$web" << END
server {
  listen $host:$web ssl; $(tls_of web 'TLSv1.2 TLSv1.3')
  location /$path/in { return 403; }
  location /$path/api { return 403; }
}
END
