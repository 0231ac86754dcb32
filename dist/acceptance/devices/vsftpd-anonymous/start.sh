# addresses: 4   ports: ftp
# vsftpd that lets anybody in by the name anonymous, beside the owner.
account "$owner" "$owner_password"
echo "live view of $model" > "$work/view.txt"
mkdir -p "$work/ftp" && cp "$work/view.txt" "$work/ftp/"
ftp_server "$ftp" anonymous_enable=YES
