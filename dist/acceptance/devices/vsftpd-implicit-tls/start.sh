# addresses: 4   ports: ftps
# vsftpd inside TLS from the first byte on; it takes a pair of the Mirai table beside the owner's.
account "$owner" "$owner_password"
account "$weak_user" "$weak_password"
certificate ftp
ftp_server "$ftps" ssl_enable=YES implicit_ssl=YES force_local_logins_ssl=YES force_local_data_ssl=NO \
    require_ssl_reuse=NO rsa_cert_file="$work/ftp.crt" rsa_private_key_file="$work/ftp.key"
