# addresses: 4   ports: tls
# openssl s_server with TLS 1.3 alone; it serves one connection at a time.
certificate tls
tls_server "$tls" tls -tls1_3
