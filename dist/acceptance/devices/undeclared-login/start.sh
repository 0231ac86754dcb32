# addresses: 4   ports: web extra
# As nginx-tls, and dropbear listens too, with nothing wrong but that it is declared nowhere.
certificate web
web_user users "$owner" "$owner_password"
account "$owner" "$owner_password"
nginx_web "$web" << END
server { listen $host:$web ssl; $(tls_of web 'TLSv1.2 TLSv1.3') $(basic_login users) }
END
dropbear_ssh "$extra"
