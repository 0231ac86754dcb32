# addresses: 4   ports: snmp
# net-snmp with a community of its own; a wrong one is met with silence.
agent "$snmp" "rocommunity $owner_password"
