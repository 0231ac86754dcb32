# addresses: 4   ports: ssh
# slow
# As openssh-password, and who connects too often is shut out for good, as log watchers do it.
account "$owner" "$owner_password"
account "$weak_user" "$weak_password"
openssh "$ssh" 'PasswordAuthentication yes'
filter << END
table inet own {
  set shut { type ipv4_addr; flags dynamic; }
  chain coming {
    type filter hook input priority filter; policy accept;
    ip saddr @shut tcp dport $ssh drop
    tcp dport $ssh tcp flags & (syn | ack) == syn limit rate over 12/minute burst 12 packets add @shut { ip saddr } drop
  }
}
END
