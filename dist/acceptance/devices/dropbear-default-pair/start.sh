# addresses: 4   ports: ssh
# dropbear that takes a pair of the Mirai table beside the owner's.
account "$owner" "$owner_password"
account "$weak_user" "$weak_password"
dropbear_ssh "$ssh"
