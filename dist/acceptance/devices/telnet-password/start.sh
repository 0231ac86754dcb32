# addresses: 4   ports: telnet
# slow
# busybox telnetd and login, locked into a root of its own, with a password of its own.
make_jail
jail_account "$owner" "$owner_password"
printf '%s # \\n press ? for help $ \\l\n' "$model" > "$jail/etc/issue"
telnet_login "$telnet"
