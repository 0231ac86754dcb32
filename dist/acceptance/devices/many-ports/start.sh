# addresses: 4   ports: web a1 a2 a3 a4 a5 a6 a7 a8 a9 b1 b2 b3
# nginx-tls and a dozen other web ports, none declared but one.
certificate web
web_user users "$owner" "$owner_password"
nginx_web "$web" $a1 $a2 $a3 $a4 $a5 $a6 $a7 $a8 $a9 $b1 $b2 $b3 << END
server { listen $host:$web ssl; $(tls_of web 'TLSv1.2 TLSv1.3') $(basic_login users) }
server { $(for p in $a1 $a2 $a3 $a4 $a5 $a6 $a7 $a8 $a9 $b1 $b2 $b3; do printf 'listen %s:%s; ' $host $p; done) $(basic_login users) }
END
