# addresses: 4   ports: coaps
# slow
# libcoap with OpenSSL that takes the identity and key of a sample program beside the owner's.
coap_server openssl "$coaps" "$owner_password" Client_identity secretPSK
