# addresses: 4   ports: ssh off
# slow
# OpenSSH with a password of its own.
account "$owner" "$owner_password"
openssh "$ssh" 'PasswordAuthentication yes' "VersionAddendum $model"
