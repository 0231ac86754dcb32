# addresses: 4   ports: web
# As nginx-tls, and it wants a certificate of the client too.
certificate web
web_user users "$owner" "$owner_password"
nginx_web "$web" << END
server {
  listen $host:$web ssl; ssl_client_certificate $work/web.crt; ssl_verify_client on;
  $(tls_of web 'TLSv1.2 TLSv1.3') $(basic_login users)
}
END
