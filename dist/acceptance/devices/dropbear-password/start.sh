# addresses: 4   ports: ssh
# dropbear with a password of its own, and text before each login.
account "$owner" "$owner_password"
printf '%s login: # $ >\nLast login: never\n' "$model" > "$work/banner"
dropbear_ssh "$ssh" -b "$work/banner"
