# addresses: 4   ports: web
# As lighttpd-digest, and a pair of the Mirai table is taken beside the owner's.
digest_user users "$owner" "$owner_password"
digest_user users "$weak_user" "$weak_password"
lighttpd_digest "$web" users "/$path"
