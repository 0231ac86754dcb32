# addresses: 4   ports: web
# nginx with TLS 1.2 and 1.3 and a login on every page.
certificate web
web_user users "$owner" "$owner_password"
nginx_web "$web" << END
server { listen $host:$web ssl; $(tls_of web 'TLSv1.2 TLSv1.3') $(basic_login users) }
END
