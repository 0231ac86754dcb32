# addresses: 4   ports: ssh
# OpenSSH that takes public keys only, and the declared one is authorised.
account "$owner" "$owner_password"
ssh-keygen -q -t ed25519 -N '' -f "$work/owner.key" < /dev/null
chmod 644 "$work/owner.key.pub"
openssh "$ssh" 'PasswordAuthentication no' "AuthorizedKeysFile $work/owner.key.pub"
