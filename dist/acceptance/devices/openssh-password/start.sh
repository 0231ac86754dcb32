# addresses: 4   ports: ssh off
# OpenSSH with a password of its own.
account "$owner" "$owner_password"
openssh "$ssh" 'PasswordAuthentication yes' "VersionAddendum $model"
