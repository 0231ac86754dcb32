# addresses: 4   ports: web
# nginx that refuses TLS to whoever names no server, and nobody has declared a name.
certificate web
web_user users "$owner" "$owner_password"
nginx_web "$web" << END
server { listen $host:$web ssl default_server; ssl_reject_handshake on; ssl_protocols TLSv1.2 TLSv1.3; }
server { listen $host:$web ssl; server_name box.example; $(tls_of web 'TLSv1.2 TLSv1.3') $(basic_login users) }
END
