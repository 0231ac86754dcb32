# addresses: 4   ports: coaps
# libcoap with GnuTLS that takes the identity and key of a sample program beside the owner's.
coap_server gnutls "$coaps" "$owner_password" Client_identity secretPSK
