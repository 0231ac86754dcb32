# addresses: 4   ports: web
# slow
# As nginx-tls, and after some requests a second it answers 503.
certificate web
web_user users "$owner" "$owner_password"
web_user users "$weak_user" "$weak_password"
nginx_web "$web" << END
limit_req_zone \$binary_remote_addr zone=z:1m rate=3r/s;
server { listen $host:$web ssl; limit_req zone=z burst=5 nodelay; $(tls_of web 'TLSv1.2 TLSv1.3') $(basic_login users) }
END
