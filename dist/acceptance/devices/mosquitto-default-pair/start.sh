# addresses: 4   ports: mqtt
# mosquitto that takes a pair of the Mirai table beside the owner's.
broker_user users "$owner" "$owner_password"
broker_user users "$weak_user" "$weak_password"
broker "$mqtt" 'allow_anonymous false' "password_file $work/users"
