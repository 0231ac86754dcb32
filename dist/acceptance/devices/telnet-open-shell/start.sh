# addresses: 4   ports: telnet
# busybox telnetd that gives a shell to everyone, without the declared login.
make_jail
printf '%s\n' "$model" > "$jail/etc/issue"
chroot "$jail" /bin/busybox telnetd -F -b "$(bound "$telnet")" -l /bin/sh 2>> "$work/log/telnetd" &
started "$telnet"
