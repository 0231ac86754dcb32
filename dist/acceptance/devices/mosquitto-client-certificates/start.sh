# addresses: 4   ports: mqtt
# mosquitto inside TLS, for who has a certificate of its own authority; there are no passwords.
certificate authority 'basicConstraints=critical,CA:TRUE'
certificate broker
chmod 644 "$work/broker.key" "$work/broker.crt" "$work/authority.crt"
broker "$mqtt" 'allow_anonymous true' 'require_certificate true' \
    "cafile $work/authority.crt" "certfile $work/broker.crt" "keyfile $work/broker.key"
