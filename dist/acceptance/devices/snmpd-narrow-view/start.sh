# addresses: 4   ports: snmp
# net-snmp that answers "public" too, but shows it nothing of what is usually asked for.
agent "$snmp" "rocommunity $owner_password" 'view narrow included .1.3.6.1.2.1.99' 'rocommunity public default -V narrow'
