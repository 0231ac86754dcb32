# addresses: 4   ports: ssh
# OpenSSH that wants a key after the password; a pair of the Mirai table is a right first step.
account "$owner" "$owner_password"
account "$weak_user" "$weak_password"
openssh "$ssh" 'PasswordAuthentication yes' 'AuthenticationMethods password,publickey'
