# addresses: 4   ports: ssh
# As openssh-password, and one more account with a pair of the Mirai table, which gets no shell.
account "$owner" "$owner_password"
account "$weak_user" "$weak_password" /usr/sbin/nologin
openssh "$ssh" 'PasswordAuthentication yes'
