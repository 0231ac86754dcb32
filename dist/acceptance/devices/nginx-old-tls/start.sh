# addresses: 4   ports: web
# As nginx-tls, and TLS 1.0 and 1.1 are on.
certificate web
web_user users "$owner" "$owner_password"
nginx_web "$web" << END
server {
  listen $host:$web ssl; $(tls_of web 'TLSv1 TLSv1.1 TLSv1.2 TLSv1.3' 'ECDHE+AESGCM:ECDHE+AES:@SECLEVEL=0')
  $(basic_login users)
}
END
