# addresses: 4   ports: ssh
# OpenSSH as old devices have it, with SHA-1, CBC and RSA alone, and a pair of the Mirai table works.
account "$owner" "$owner_password"
account "$weak_user" "$weak_password"
ssh-keygen -q -t rsa -b 2048 -N '' -f "$work/sshd-rsa.key" < /dev/null
openssh "$ssh" 'PasswordAuthentication yes' "HostKey $work/sshd-rsa.key" 'HostKeyAlgorithms ssh-rsa' \
    'KexAlgorithms diffie-hellman-group1-sha1' 'Ciphers aes128-cbc,3des-cbc' 'MACs hmac-sha1,hmac-md5'
