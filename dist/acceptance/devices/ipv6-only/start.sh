# addresses: 6   ports: ssh web
# Nothing but IPv6: OpenSSH and nginx as they should be.
account "$owner" "$owner_password"
openssh "$ssh" 'PasswordAuthentication yes'
certificate web
web_user users "$owner" "$owner_password"
nginx_web "$web" << END
server { listen [$host]:$web ssl; $(tls_of web 'TLSv1.2 TLSv1.3') $(basic_login users) }
END
