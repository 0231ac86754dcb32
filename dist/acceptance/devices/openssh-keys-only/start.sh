# addresses: 4   ports: ssh
# OpenSSH that takes public keys only. An account with a listed pair is there and cannot be used.
account "$weak_user" "$weak_password"
openssh "$ssh" 'PasswordAuthentication no'
