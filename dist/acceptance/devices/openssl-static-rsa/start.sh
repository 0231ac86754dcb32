# addresses: 4   ports: tls
# openssl s_server with TLS 1.2 alone and key exchange without forward secrecy beside good ones.
rsa_certificate tls
tls_server "$tls" tls -tls1_2 -cipher 'ECDHE-RSA-AES128-GCM-SHA256:AES128-GCM-SHA256'
