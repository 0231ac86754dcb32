# addresses: 4   ports: web off
# As nginx-tls, and the port that is declared as disabled answers.
certificate web
web_user users "$owner" "$owner_password"
nginx_web "$web" "$off" << END
server { listen $host:$web ssl; $(tls_of web 'TLSv1.2 TLSv1.3') $(basic_login users) }
server { listen $host:$off ssl; $(tls_of web 'TLSv1.2 TLSv1.3') $(basic_login users) }
END
