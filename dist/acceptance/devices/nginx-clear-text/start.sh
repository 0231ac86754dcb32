# addresses: 4   ports: web clear
# As nginx-tls, and the same login is also offered without TLS, as declared.
certificate web
web_user users "$owner" "$owner_password"
nginx_web "$web" "$clear" << END
server { listen $host:$web ssl; $(tls_of web 'TLSv1.2 TLSv1.3') $(basic_login users) }
server { listen $host:$clear; $(basic_login users) }
END
