# addresses: 4   ports: web
# As nginx-tls, and TLS 1.2 also takes a Diffie-Hellman group of 1024 bits.
rsa_certificate web
openssl dhparam -dsaparam -out "$work/dh" 1024 2>> "$work/log/openssl"
web_user users "$owner" "$owner_password"
nginx_web "$web" << END
server {
  listen $host:$web ssl; ssl_dhparam $work/dh;
  $(tls_of web 'TLSv1.2 TLSv1.3' 'ECDHE+AESGCM:DHE-RSA-AES128-GCM-SHA256:@SECLEVEL=0') $(basic_login users)
}
END
