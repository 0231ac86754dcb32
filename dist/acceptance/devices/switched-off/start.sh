# addresses: none   ports: ssh
# Nobody is at home.
