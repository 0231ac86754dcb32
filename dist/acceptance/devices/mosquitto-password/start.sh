# addresses: 4   ports: mqtt
# mosquitto with a password; logins over MQTT are not tried in this release.
broker "$mqtt" "$owner" "$owner_password"
