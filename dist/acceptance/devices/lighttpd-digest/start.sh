# addresses: 4   ports: web
# lighttpd whose settings need a Digest login, by MD5 or SHA-256; its front page is open.
digest_user users "$owner" "$owner_password"
lighttpd_digest "$web" users "/$path"
