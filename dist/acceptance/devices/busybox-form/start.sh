# addresses: 4   ports: web
# busybox httpd with a form to log in, a token against forged requests and a session cookie.
make_jail
printf '%s\n' "$owner:$owner_password" > "$jail/etc/users"
form_web "$web" users
