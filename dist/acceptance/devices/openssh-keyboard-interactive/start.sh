# addresses: 4   ports: ssh
# OpenSSH that asks for the password by keyboard-interactive alone; a pair of the Mirai table works.
account "$owner" "$owner_password"
account "$weak_user" "$weak_password"
cat > "$work/pam" << END
auth required pam_unix.so nodelay
account required pam_unix.so
session required pam_permit.so
END
mount --bind "$work/pam" /etc/pam.d/sshd
openssh "$ssh" 'PasswordAuthentication no' 'KbdInteractiveAuthentication yes' 'UsePAM yes'
