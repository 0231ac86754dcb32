# addresses: 4   ports: web
# As busybox-form, and admin/1234 is taken beside the owner's pair. How the login is made is not
# declared but for its port.
make_jail
printf '%s\n' "$owner:$owner_password" admin:1234 > "$jail/etc/users"
form_web "$web" users
