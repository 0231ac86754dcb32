# addresses: 4   ports: mqtt
# mosquitto that takes everybody: any name and password gets CONNACK 0, which makes none a default.
broker "$mqtt" 'allow_anonymous true'
