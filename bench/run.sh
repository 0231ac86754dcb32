#!/usr/bin/env bash
# Whole-run benchmarks, printed as tables; no time is ever asserted. bench/README.md says what they mean.
#   bench/run.sh [engine|fleet|help|demo|sweep|logins|micro|all]
# Scratch files go to TMPDIR (default /tmp); what a disk costs is measured beside each run.
set -euo pipefail

bench=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
root=$(dirname "$bench")
scratch=$(mktemp -d "${TMPDIR:-/tmp}/coptest-bench.XXXXXX")
trap 'rm -rf "$scratch"' EXIT

die() { echo "bench: $*" >&2; exit 2; }
title() { printf '\n== %s ==\n' "$*"; }
load() { cut -d ' ' -f 1 /proc/loadavg 2> /dev/null || echo unknown; }

java_feature() { sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2> /dev/null; }

# JAVA_HOME where it is new enough, else the newest in the usual places.
find_jdk() {
  local dir feature best='' best_feature=20
  for dir in "${JAVA_HOME:-/nonexistent}" /usr/lib/jvm/* /opt/* /opt/java/* "${HOME:-/}"/.sdkman/candidates/java/*; do
    [ -x "$dir/bin/javac" ] || continue
    feature=$(java_feature "$dir")
    [ "${feature:-0}" -gt "$best_feature" ] || continue
    best=$dir best_feature=$feature
    [ "$dir" != "${JAVA_HOME:-}" ] || break
  done
  printf '%s\n' "$best"
}

build() {
  local arguments=(-B -q -f "$root/pom.xml" -Dmaven.test.skip=true -Djacoco.skip=true -pl bench -am package)
  mvn -o "${arguments[@]}" > "$scratch/build.log" 2>&1 || mvn "${arguments[@]}" > "$scratch/build.log" 2>&1 || {
    tail -n 20 "$scratch/build.log" >&2
    die 'the build failed'
  }
}

# java VM-OPTIONS… CLASS ARGUMENTS…, on the class path that the build wrote down.
bench_java() { "$jdk/bin/java" -Djava.io.tmpdir="$scratch" -cp "$(cat "$bench/target/class-path.txt")" "$@"; }

engine() {
  title 'engine: 1,000 devices x 80 cases with the record and Allure results, -Xmx512m'
  bench_java -Xmx512m org.coptest.bench.fleet.FleetRun 1000 80 30 "$root/reports-template"
}

fleet() {
  title 'fleet: 10,000 devices x 80 cases with the record, -Xmx1g'
  bench_java -Xmx1g org.coptest.bench.fleet.FleetRun 10000 80 60
}

sweep() {
  title 'sweep: all TCP ports over loopback beside nmap'
  command -v nmap > /dev/null || die 'sweep needs nmap; install it (package "nmap") or leave sweep out'
  bench_java org.coptest.bench.compare.SweepComparison 3
}

logins() {
  title 'logins: 60 pairs on emulated devices beside hydra'
  command -v hydra > /dev/null || die 'logins needs hydra; install it (package "hydra") or leave logins out'
  bench_java org.coptest.bench.compare.LoginComparison 60
}

micro() {
  title 'micro: JMH'
  bench_java org.openjdk.jmh.Main -jvmArgs "-Djava.io.tmpdir=$scratch" 'org.coptest.bench.micro.*'
}

# timed LOG COMMAND…: prints wall, user and system seconds.
timed() {
  local log=$1 TIMEFORMAT='%3R %3U %3S'
  shift
  { time "$@" > "$log" 2>&1; } 2>&1
}

start_times() {
  title 'help: coptest --help, seven times'
  "$root/coptest" --help > "$scratch/help.log"
  local before runs='' i
  before=$(load)
  for i in 1 2 3 4 5 6 7; do runs+=$(timed "$scratch/help.log" "$root/coptest" --help)$'\n'; done
  printf '\nload %s before and %s after; wall, user, system in seconds:\n%s' "$before" "$(load)" "$runs"
  printf '%s' "$runs" | awk '{ print $1, $2 + $3 }' > "$scratch/times"
  printf 'median of seven: wall %s s, target 0.5 s; processor %s s\n' \
      "$(cut -d ' ' -f 1 "$scratch/times" | sort -n | sed -n 4p)" "$(cut -d ' ' -f 2 "$scratch/times" | sort -n | sed -n 4p)"
}

demo() {
  title 'demo: coptest demo after the build'
  "$root/coptest" --help > "$scratch/help.log"
  local before times
  before=$(load)
  times=$(cd "$scratch" && timed "$scratch/demo.log" "$root/coptest" demo) || {
    tail -n 20 "$scratch/demo.log" >&2
    die 'the demo failed'
  }
  printf '\nload %s before and %s after\n' "$before" "$(load)"
  awk '{ printf "wall %.1f s, target 60 s; processor %.1f s\n", $1, $2 + $3 }' <<< "$times"
}

jdk=$(find_jdk)
[ -n "$jdk" ] || die 'no JDK 21 or newer found; install one or set JAVA_HOME to it'
export JAVA_HOME=$jdk
echo "$("$jdk/bin/java" -version 2>&1 | head -n 1), $(getconf _NPROCESSORS_ONLN) cores, $(date -u +%Y-%m-%dT%H:%MZ)"
case ${1:-all} in
  engine | fleet | sweep | logins | micro) build; "$1" ;;
  help) start_times ;;
  demo) demo ;;
  all) build; engine; fleet; start_times; demo; sweep; logins; micro ;;
  *) die "unknown benchmark $1; there are engine, fleet, help, demo, sweep, logins, micro, all" ;;
esac
