# addresses: 4   ports: telnet
# slow
# As telnet-password, and a pair of the Mirai table works too.
make_jail
jail_account "$owner" "$owner_password"
jail_account "$weak_user" "$weak_password"
printf '%s \\n\n' "$model" > "$jail/etc/issue"
telnet_login "$telnet"
