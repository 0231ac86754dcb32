# addresses: 4   ports: ssh
# slow
# OpenSSH whose accounts are locked for three seconds after eight wrong passwords, without a word of it.
account "$owner" "$owner_password"
faillock="pam_faillock.so dir=$work/faillock deny=8 unlock_time=3 fail_interval=600"
cat > "$work/pam" << END
auth required ${faillock/.so/.so preauth}
auth sufficient pam_unix.so nodelay
auth [default=die] ${faillock/.so/.so authfail}
account required $faillock
account required pam_unix.so
session required pam_permit.so
END
mount --bind "$work/pam" /etc/pam.d/sshd
openssh "$ssh" 'PasswordAuthentication yes' 'UsePAM yes'
