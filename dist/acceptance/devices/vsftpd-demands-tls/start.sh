# addresses: 4   ports: ftp
# vsftpd that takes the owner's password only after AUTH TLS.
account "$owner" "$owner_password"
certificate ftp
ftp_server "$ftp" ssl_enable=YES force_local_logins_ssl=YES force_local_data_ssl=NO require_ssl_reuse=NO \
    rsa_cert_file="$work/ftp.crt" rsa_private_key_file="$work/ftp.key"
