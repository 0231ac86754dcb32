# addresses: 4   ports: ssh off
# slow
# As openssh-password, and a firewall drops what is not for the open port.
account "$owner" "$owner_password"
openssh "$ssh" 'PasswordAuthentication yes'
filter << END
table inet own {
  chain coming { type filter hook input priority filter; policy drop; iif lo accept; tcp dport $ssh accept; meta l4proto icmp accept; }
}
END
