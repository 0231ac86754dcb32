# addresses: 4   ports: ssh
# slow
# As firewalled, and nothing is declared: only a sweep finds the port.
account "$owner" "$owner_password"
openssh "$ssh" 'PasswordAuthentication yes'
filter << END
table inet own {
  chain coming { type filter hook input priority filter; policy drop; iif lo accept; tcp dport $ssh accept; }
}
END
