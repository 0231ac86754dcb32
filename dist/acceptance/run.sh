#!/usr/bin/env bash
# Runs coptest on daemons of other makers and compares every verdict with what is expected.
#
#   run.sh [DEVICE…]      all devices of the folder `devices` when none is named
#
# Each device is a network namespace with real daemons on random ports, good or bad on purpose; each
# of their files and accounts lives in private mounts. A device is a folder:
#   start.sh       its daemons; the first line says its kinds of addresses and the names of its ports
#   target.yaml    its declaration, with @name@ for what is random
#   expected.txt   the verdict of every unit
# nftables counts packets to anything that is not declared while devices point elsewhere.
# ACCEPTANCE_SEED repeats a run, ACCEPTANCE_KEEP=1 keeps its files.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)

say() { printf 'acceptance: %s\n' "$*" >&2; }

skip() {
  say "skipped: needs $1; the emulated devices were tested by mvn verify"
  exit 0
}

java_home() {
  local java
  [ -z "${JAVA_HOME:-}" ] || { printf '%s\n' "$JAVA_HOME"; return; }
  java=$(readlink -f "$(command -v java)") && printf '%s\n' "${java%/bin/java}"
}
JAVA_HOME=$(java_home) || { say 'no JDK found; set JAVA_HOME to one of version 21 or newer'; exit 2; }
export JAVA_HOME

[ "$(id -u)" = 0 ] || skip root
# Who could run it and lacks a program is told so: what was left out must not look like a success.
missing() { say "$1 is missing; install it, as .ci/run does"; exit 2; }

PATH=$PATH:/usr/sbin:/sbin
for tool in ip nft unshare ss busybox dropbear lighttpd nginx mosquitto mosquitto_passwd openssl snmpd sshd vsftpd coap-server-openssl; do
  command -v $tool > /dev/null || missing "the program $tool"
done
for tool in telnetd login nc httpd; do
  busybox --list | grep -x $tool > /dev/null || missing "a busybox with $tool (package busybox-static)"
done
ip netns add ct$$-probe 2> /dev/null || skip 'the right to make network namespaces'
ip netns delete ct$$-probe

# --- What is undone at the end ----------------------------------------------------------------------------------------

. "$here/network.sh"
namespaces=()
processes=()   # by pid; each is the first process of a namespace of processes, which end with it

cleanup() {
  local status=$?
  trap - EXIT INT TERM
  local each
  for each in "${processes[@]}"; do kill -KILL "$each" 2> /dev/null || true; done
  for each in "${processes[@]}"; do
    while kill -0 "$each" 2> /dev/null; do sleep 0.05; done
  done
  remove_networks
  if [ -n "${ACCEPTANCE_KEEP:-}" ]; then say "files kept in $work"; else rm -rf "$work"; fi
  exit $status
}
work=$(mktemp -d)
chmod 755 "$work"
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# --- What is random ---------------------------------------------------------------------------------------------------

seed=${ACCEPTANCE_SEED:-$(od -An -N2 -tu2 /dev/urandom | tr -d ' ')}
RANDOM=$seed
declare -A taken=()

# These set `drawn`: a subshell would not move the random numbers on.
draw_port() {
  drawn=$((1100 + (RANDOM * 32768 + RANDOM) % 63000))
  [ -z "${taken[$drawn]:-}" ] || draw_port
  taken[$drawn]=yes
}

# draw_text LENGTH ALPHABET
draw_text() {
  local letters=$2
  drawn=''
  while [ ${#drawn} -lt "$1" ]; do drawn+=${letters:RANDOM % ${#letters}:1}; done
}

lower=abcdefghijkmnpqrstuvwxyz
mixed=ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789
# user,password of the Mirai table, as the product lists it
mapfile -t mirai < <(awk -F, '/,mirai:/ && $3 != "" { print $2 "," $3 }' \
    "$root/probes/src/main/resources/org/coptest/lists/credentials.csv" | grep -v '"')

# draw_device NAME NUMBER: writes the values of a device, and its entry of targets.yaml.
draw_device() {
  local name=$1 number=$2 folder=$work/$1 kinds ports port
  mkdir -p "$folder" "$work/secrets"
  kinds=$(sed -n '1s/^# addresses: \([a-z0-9]*\) .*/\1/p' "$here/devices/$name/start.sh")
  ports=$(sed -n '1s/.* ports: //p' "$here/devices/$name/start.sh")
  local host4=10.209.$number.2 host6=fd00:ca7:$number::2 pair=${mirai[RANDOM % ${#mirai[@]}]}
  local -A value=([kinds]=$kinds [host4]=$host4 [host6]=$host6 [host]=$host4)
  [ "$kinds" != 6 ] || value[host]=$host6
  draw_text 7 $lower && value[owner]=$drawn
  draw_text 20 $mixed && value[owner_password]=$drawn
  draw_text 9 $lower && value[model]=$drawn
  draw_text 8 $lower && value[path]=$drawn
  value[weak_user]=${pair%%,*}
  value[weak_password]=${pair#*,}
  value[elsewhere]=10.209.254.2
  value[elsewhere_name]=${value[model]}.example
  for port in $ports; do draw_port && value[$port]=$drawn; done

  local key script=''
  for key in "${!value[@]}"; do
    printf '%s=%q\n' "$key" "${value[$key]}"
    script+="s|@$key@|${value[$key]}|g;"
  done > "$folder/values"

  printf '%s\n' "${value[owner_password]}" > "$work/secrets/$name"
  sed "$script s|@secret@|\${file:secrets/$name}|g; s|^|  |" "$here/devices/$name/target.yaml" >> "$work/targets.yaml"
  case $kinds in 46) addresses+=("$host4" "$host6") ;; *) addresses+=("${value[host]}") ;; esac
}

# --- Devices ----------------------------------------------------------------------------------------------------------

# start_device NAME NUMBER
start_device() {
  local name=$1 kinds
  kinds=$(sed -n 's/^kinds=//p' "$work/$name/values")
  new_namespace "$net-$2"
  link_to_bench "$net-$2" "$2"
  [ "$kinds" != none ] || return 0
  give_addresses "$net-$2" "$2" "$kinds"
  ip netns exec "$net-$2" unshare --mount --pid --fork --kill-child=KILL \
      bash "$here/device.sh" "$here/devices/$name" "$work/$name" > "$work/$name/console" 2>&1 < /dev/null &
  processes+=($!)
  # Its end is our doing and no news.
  disown $!
}

await_device() {
  local name=$1 tries=300
  grep -q '^kinds=none' "$work/$name/values" && return
  until [ -e "$work/$name/ready" ]; do
    tries=$((tries - 1))
    if [ $tries -eq 0 ] || grep -q 'nothing listens' "$work/$name/console"; then
      cat "$work/$name/console" >&2
      say "device $name did not start"
      exit 1
    fi
    sleep 0.1
  done
}

# --- The run ----------------------------------------------------------------------------------------------------------

passed=0
failed=0

# check WHAT EXPECTED ACTUAL: one row about the run as a whole, in the columns of Compare.java
check() {
  local mark=ok
  if [ "$2" = "$3" ]; then passed=$((passed + 1)); else failed=$((failed + 1)) mark=BAD; fi
  printf '%-4s %-41s %-40s %s\n' $mark "$1" "$2" "$3"
}

# Runs in a process of its own, which becomes the harness: a signal to this script must not wait for it.
run_harness() {
  exec ip netns exec "$bench" unshare --mount bash -c '
      mount --make-rprivate /
      # Whoever looks up a name asks a machine that is declared nowhere.
      printf "nameserver 10.209.254.2\n" > "$0/resolv.conf"
      mount --bind "$0/resolv.conf" /etc/resolv.conf
      exec "$@"' "$work" "$root/coptest" run "$work/targets.yaml" --out "$work/campaign" \
      --parallel "${ACCEPTANCE_PARALLEL:-8}" --budget "${ACCEPTANCE_BUDGET:-30m}" --no-html --json
}

# The counter has to count before its 0 means anything.
try_counter() {
  ip netns exec "$bench" bash -c 'exec 3<> /dev/tcp/192.0.2.1/80' 2> /dev/null || true
  ip netns exec "$bench" bash -c 'exec 3<> /dev/udp/2001:db8::1/53; echo >&3' 2> /dev/null || true
  [ "$(packets astray)" -ge 2 ] || { say 'the counter does not count packets that go astray'; exit 1; }
  reset_counters
}

# Files of the campaign that show a secret of a device, as it is or as HTTP Basic sends it.
files_with_secrets() {
  local name
  for name; do
    (. "$work/$name/values" && printf '%s\n' "$owner_password" &&
        printf '%s:%s' "$owner" "$owner_password" | base64 | tr -d =)
  done > "$work/patterns"
  grep -rlF -f "$work/patterns" "$work/campaign" | wc -l
}

# Whether each daemon outlived the run; `dies` and `switched-off` have none to look at.
listening_still() {
  local name=$1 number=$2 port ports
  ports=$(cat "$work/$name/listening" 2> /dev/null) || return 0
  for port in $ports; do
    ip netns exec "$net-$number" ss -ltnH "sport = :$port" | grep . > /dev/null || { echo "port $port is gone"; return; }
  done
}

main() {
  local names=("$@") number=0 name code=0 gone='' told
  # The slow ones first, so that none is left over at the end.
  [ ${#names[@]} -gt 0 ] || mapfile -t names < <(cd "$here/devices" &&
      grep -l '^# slow' */start.sh | cut -d/ -f1 && grep -L '^# slow' */start.sh | cut -d/ -f1)
  addresses=()
  # Whatever has to be built is built while there is a network.
  "$root/coptest" help > /dev/null
  say "seed $seed, ${#names[@]} devices"
  cat "$here/shared.yaml" > "$work/targets.yaml"
  make_networks
  for name in "${names[@]}"; do
    number=$((number + 1))
    draw_device "$name" $number
    start_device "$name" $number
  done
  for name in "${names[@]}"; do await_device "$name"; done
  count_packets "${addresses[@]}"
  try_counter

  say "running coptest"
  run_harness > "$work/stdout" 2> "$work/stderr" < /dev/null &
  processes+=($!)
  wait $! || code=$?
  unset 'processes[-1]'
  if [ ! -e "$work/campaign/run.json" ]; then
    tail -n 20 "$work/stdout" "$work/stderr" | cut -c 1-300 >&2
    say "coptest ended with exit code $code and left no run.json"
    exit 1
  fi

  "$JAVA_HOME/bin/java" -cp "$(echo "$root"/dist/target/coptest-*/lib)/*" "$here/Compare.java" \
      "$work/campaign/run.json" "$here/devices" "$work/counts" "${names[@]}"
  . "$work/counts"
  number=0
  for name in "${names[@]}"; do
    number=$((number + 1))
    told=$(listening_still "$name" $number)
    [ -z "$told" ] || gone+="$name: $told "
  done
  told=$(grep -cv '^{.*}$' "$work/stdout" || true)
  # Of some devices chosen by hand perhaps none fails.
  [ $# -gt 0 ] || check 'exit code, as mandatory provisions fail' 1 "$code"
  check 'lines of --json that are no JSON' 0 "$told"
  check 'daemons that did not live through it' none "${gone:-none}"
  check 'files that show a secret' 0 "$(files_with_secrets "${names[@]}")"
  check 'packets to declared devices' 'more than 65535' \
      "$([ "$(packets to_devices)" -gt 65535 ] && echo 'more than 65535' || packets to_devices)"
  check 'packets to anything else' 0 "$(packets astray)$(astray_destinations)"
  printf '%d passed, %d failed\n' $passed $failed
  [ $failed -eq 0 ]
}

main "$@"
