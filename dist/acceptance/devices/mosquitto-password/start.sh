# addresses: 4   ports: mqtt
# mosquitto with a password, in MQTT 3.1, 3.1.1 and 5.
broker_user users "$owner" "$owner_password"
broker "$mqtt" 'allow_anonymous false' "password_file $work/users"
