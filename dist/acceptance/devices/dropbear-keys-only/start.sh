# addresses: 4   ports: ssh
# dropbear that takes public keys only, though passwords are declared.
account "$owner" "$owner_password"
dropbear_ssh "$ssh" -s
