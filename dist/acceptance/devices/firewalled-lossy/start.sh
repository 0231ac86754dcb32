# addresses: 4   ports: ssh off
# slow
# As firewalled, and every third connect is lost on the way.
account "$owner" "$owner_password"
openssh "$ssh" 'PasswordAuthentication yes'
filter << END
table inet own {
  chain coming {
    type filter hook input priority filter; policy drop;
    iif lo accept
    tcp flags & (syn|ack) == syn numgen inc mod 3 == 0 drop
    tcp dport $ssh accept
    meta l4proto icmp accept
  }
}
END
