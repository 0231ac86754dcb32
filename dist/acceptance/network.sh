# Network namespaces of the acceptance run; sourced by run.sh.
#
#   bench ── veth ── device 1 …        the harness runs in `bench` and sees nothing else
#   bench ── veth ── elsewhere         the default route: what is sent astray arrives there and answers
#
# Every packet that leaves `bench` is counted by nftables: to a declared device, or astray.

net=ct$$               # prefix of the namespaces
bench=$net-bench
elsewhere=$net-elsewhere

# new_namespace NAME
new_namespace() {
  ip netns add "$1"
  namespaces+=("$1")
  ip -n "$1" link set lo up
}

# link_to_bench NAMESPACE NUMBER: a pair of interfaces, 10.209.NUMBER.1 and fd00:ca7:NUMBER::1 on the
# bench, .2 and ::2 on the other side.
link_to_bench() {
  local there=$1 number=$2
  ip -n "$bench" link add "v$number" type veth peer name eth0 netns "$there"
  ip -n "$bench" addr add "10.209.$number.1/30" dev "v$number"
  ip -n "$bench" addr add "fd00:ca7:$number::1/64" dev "v$number" nodad
  ip -n "$bench" link set "v$number" up
  ip -n "$there" link set eth0 up
  ip -n "$there" route add default dev eth0 2> /dev/null || true
}

# The other side gets its addresses: give_addresses NAMESPACE NUMBER 4|6|46
give_addresses() {
  case $3 in *4*) ip -n "$1" addr add "10.209.$2.2/30" dev eth0 ;; esac
  case $3 in *6*) ip -n "$1" addr add "fd00:ca7:$2::2/64" dev eth0 nodad ;; esac
}

make_networks() {
  new_namespace "$bench"
  new_namespace "$elsewhere"
  link_to_bench "$elsewhere" 254
  give_addresses "$elsewhere" 254 46
  # Every address outside is that machine, so that a wrong way is not only counted but also works.
  ip -n "$elsewhere" route add local 0.0.0.0/1 dev lo
  ip -n "$elsewhere" route add local 128.0.0.0/1 dev lo
  ip -n "$elsewhere" route add 10.209.254.1 dev eth0
  ip -n "$bench" route add default via 10.209.254.2
  ip -n "$bench" route add default via fd00:ca7:254::2
}

# count_packets ADDRESS…: all the addresses that are declared.
count_packets() {
  local address four=() six=()
  for address; do
    case $address in *:*) six+=("$address") ;; *) four+=("$address") ;; esac
  done
  ip netns exec "$bench" nft -f - << RULES
table inet acceptance {
  set declared4 { type ipv4_addr; $(elements "${four[@]}") }
  set declared6 { type ipv6_addr; $(elements "${six[@]}") }
  set astray4 { type ipv4_addr . inet_proto . inet_service; size 4096; flags dynamic; }
  set astray6 { type ipv6_addr . inet_proto . inet_service; size 4096; flags dynamic; }
  counter to_devices { }
  counter astray { }
  chain leaving {
    type filter hook output priority filter; policy accept;
    oifname "lo" accept
    ip daddr @declared4 counter name to_devices accept
    ip6 daddr @declared6 counter name to_devices accept
    # What the kernel says by itself to keep IPv6 links going; ARP is no packet of this family.
    icmpv6 type { nd-router-solicit, nd-neighbor-solicit, nd-neighbor-advert, mld-listener-report, mld2-listener-report } accept
    counter name astray
    ip protocol { tcp, udp } update @astray4 { ip daddr . meta l4proto . th dport }
    ip6 nexthdr { tcp, udp } update @astray6 { ip6 daddr . meta l4proto . th dport }
  }
}
RULES
}

elements() { local IFS=,; [ $# -eq 0 ] || printf 'elements = { %s }' "$*"; }

# packets NAME: the count of that counter
packets() {
  ip netns exec "$bench" nft list counter inet acceptance "$1" | sed -n 's/.*packets \([0-9]*\) .*/\1/p'
}

reset_counters() {
  ip netns exec "$bench" nft reset counters table inet acceptance > /dev/null
  ip netns exec "$bench" nft flush set inet acceptance astray4
  ip netns exec "$bench" nft flush set inet acceptance astray6
}

astray_destinations() {
  local set
  for set in astray4 astray6; do
    ip netns exec "$bench" nft list set inet acceptance $set | tr -d '\n\t' | sed -n 's/.*elements = {\(.*\)} *} *}.*/\1/p'
  done
}

remove_networks() {
  local each
  for each in "${namespaces[@]}"; do
    ip netns delete "$each" 2> /dev/null || true
  done
}
