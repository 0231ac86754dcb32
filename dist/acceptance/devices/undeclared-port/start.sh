# addresses: 4   ports: web extra
# As nginx-tls, and one more port is open that says nothing by itself.
certificate web
web_user users "$owner" "$owner_password"
nginx_web "$web" << END
server { listen $host:$web ssl; $(tls_of web 'TLSv1.2 TLSv1.3') $(basic_login users) }
END
busybox nc -ll -p "$extra" -e /bin/cat &
started "$extra"
