# addresses: 4   ports: ftp
# vsftpd with a password of its own.
account "$owner" "$owner_password"
ftp_server "$ftp"
