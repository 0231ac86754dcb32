# addresses: 46   ports: web extra
# As nginx-tls over IPv4 and IPv6, and a port that nobody declared is open over IPv6 only.
certificate web
web_user users "$owner" "$owner_password"
nginx_web "$web" << END
server {
  listen $host4:$web ssl; listen [$host6]:$web ssl; $(tls_of web 'TLSv1.2 TLSv1.3') $(basic_login users)
}
END
host=$host6 nginx_web "$extra" << END
server { listen [$host6]:$extra; location / { return 404; } }
END
