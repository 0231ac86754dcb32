# addresses: 4   ports: snmp
# net-snmp that answers "public" beside the owner's community.
agent "$snmp" "rocommunity $owner_password" 'rocommunity public'
