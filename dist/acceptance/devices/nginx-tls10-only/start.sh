# addresses: 4   ports: web
# nginx as old devices have it, TLS 1.0 alone and RSA key exchange, and a pair of the Mirai table works.
rsa_certificate web
web_user users "$owner" "$owner_password"
web_user users "$weak_user" "$weak_password"
nginx_web "$web" << END
server { listen $host:$web ssl; $(tls_of web TLSv1 'AES128-SHA:AES256-SHA:@SECLEVEL=0') $(basic_login users) }
END
