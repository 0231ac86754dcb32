# addresses: 4   ports: mqtt
# mosquitto that takes connections without a login, grants them every topic and delivers none.
broker_user users "$owner" "$owner_password"
printf 'user %s\ntopic readwrite #\n' "$owner" > "$work/acl"
chmod 644 "$work/acl"
broker "$mqtt" 'allow_anonymous true' "password_file $work/users" "acl_file $work/acl"
