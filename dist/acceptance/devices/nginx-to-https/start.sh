# addresses: 4   ports: web plain
# As nginx-tls, and the port without TLS does nothing but send to the other one, as declared.
certificate web
web_user users "$owner" "$owner_password"
nginx_web "$web" "$plain" << END
server { listen $host:$web ssl; $(tls_of web 'TLSv1.2 TLSv1.3') $(basic_login users) }
server { listen $host:$plain; return 301 https://\$host:$web\$request_uri; }
END
