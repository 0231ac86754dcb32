# addresses: 4   ports: ssh
# OpenSSH with a password of its own, and an account that authorises the key Vagrant publishes.
account "$owner" "$owner_password"
account vagrant "$model$owner_password"
awk -F, '$2 ~ /^Vagrant/ { print $5 }' "$here/../../probes/src/main/resources/org/coptest/lists/known-ssh-keys.csv" > "$work/authorized"
chmod 644 "$work/authorized"
openssh "$ssh" 'PasswordAuthentication yes' "AuthorizedKeysFile $work/authorized"
