# addresses: 4   ports: snmp
# net-snmp with a user of version 3 and no community at all.
agent "$snmp" "createUser $owner SHA $owner_password" "rouser $owner auth"
