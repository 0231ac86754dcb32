# addresses: 4   ports: ssh
# As openssh-password, and `admin` needs no password.
account "$owner" "$owner_password"
account admin ''
openssh "$ssh" 'PasswordAuthentication yes' 'PermitEmptyPasswords yes'
