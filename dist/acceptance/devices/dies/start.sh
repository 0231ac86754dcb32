# addresses: 4   ports: ssh
# slow
# As openssh-password, and falls silent for ever once it has got about one and a half sweeps.
account "$owner" "$owner_password"
openssh "$ssh" 'PasswordAuthentication yes'
filter << END
table inet own {
  chain coming { type filter hook input priority filter; policy accept; quota over 6 mbytes drop; }
}
END
