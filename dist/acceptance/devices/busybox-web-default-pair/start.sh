# addresses: 4   ports: web
# busybox httpd whose login takes a pair of the Mirai table beside the owner's.
make_jail
mkdir -p "$jail/www/$path"
echo "<p>settings of $model" > "$jail/www/$path/index.html"
echo "<p>welcome to $model" > "$jail/www/index.html"
printf '/%s:%s\n' "$path" "$owner:$owner_password" "$path" "$weak_user:$weak_password" > "$jail/etc/httpd.conf"
chroot "$jail" /bin/busybox httpd -f -p "$(bound "$web")" -h /www -c /etc/httpd.conf -r "$model" &
started "$web"
