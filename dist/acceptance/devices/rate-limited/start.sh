# addresses: 4   ports: ssh
# As openssh-password, and a firewall lets only some hundred new connections a second through.
account "$owner" "$owner_password"
openssh "$ssh" 'PasswordAuthentication yes'
filter << END
table inet own {
  chain coming {
    type filter hook input priority filter; policy accept;
    tcp flags & (syn | ack) == syn limit rate over 200/second burst 400 packets drop
  }
}
END
