# addresses: 4   ports: coaps
# slow
# libcoap with OpenSSL: one key of its own, whoever says that he has it.
coap_server openssl "$coaps" "$owner_password"
