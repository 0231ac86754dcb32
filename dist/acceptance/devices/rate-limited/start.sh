# addresses: 4   ports: ssh extra
# slow
# As openssh-password, and one more port is open. A firewall drops new connections beyond a thousand
# a second, so that a sweep that does not notice may miss the port.
account "$owner" "$owner_password"
openssh "$ssh" 'PasswordAuthentication yes'
busybox nc -ll -p "$extra" -e /bin/cat &
started "$extra"
filter << END
table inet own {
  chain coming {
    type filter hook input priority filter; policy accept;
    tcp flags & (syn | ack) == syn limit rate over 1000/second burst 1000 packets drop
  }
}
END
