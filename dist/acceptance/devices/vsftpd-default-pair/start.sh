# addresses: 4   ports: ftp
# vsftpd that takes a pair of the Mirai table beside the owner's.
account "$owner" "$owner_password"
account "$weak_user" "$weak_password"
ftp_server "$ftp"
