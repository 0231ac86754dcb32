#!/usr/bin/env bash
# The self-test again and again, then once over a lossy loopback: no answer may differ.
#   dist/long/run.sh [TIMES]      default 20; root is needed for the lossy round, which is said when it is left out
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
times=${1:-20}
log=$(mktemp -d "${TMPDIR:-/tmp}/coptest-long.XXXXXX")
failed=0

round() {
  local name=$1
  shift
  if "$@" "$root/coptest" selftest > "$log/$name.txt" 2>&1; then
    echo "$name: no difference"
  else
    failed=$((failed + 1))
    echo "$name: DIFFERENT, see $log/$name.txt"
    grep -E '(expected|differs|difference)' "$log/$name.txt" | head -n 20 || true
  fi
}

# Two of a hundred packets that reach a listener are lost, in a network namespace of our own: nothing else is touched.
lossy() {
  ip netns add "$space"
  trap 'ip netns del "$space"' EXIT
  ip netns exec "$space" ip link set lo up
  ip netns exec "$space" nft -f - <<'RULES'
table inet loss {
  chain arriving {
    type filter hook input priority 0;
    meta iifname "lo" numgen random mod 100 < 2 drop
  }
}
RULES
  round 'with 2 % loss' ip netns exec "$space"
}

for ((i = 1; i <= times; i++)); do round "round $i of $times"; done
if [ "$(id -u)" = 0 ] && command -v ip > /dev/null && command -v nft > /dev/null; then
  space=coptest-long-$$
  lossy
else
  echo 'the round with packet loss is left out: it needs root, ip and nft'
fi
[ "$failed" = 0 ] || { echo "$failed rounds differ" >&2; exit 1; }
