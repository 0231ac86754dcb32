# addresses: 4   ports: ssh
# OpenSSH with a password that its owner chose.
account "$owner" "$owner_password"
openssh "$ssh" 'PasswordAuthentication yes'
