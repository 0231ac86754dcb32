#!/usr/bin/env bash
# Becomes one device: device.sh FOLDER-OF-THE-DEVICE WORK-FOLDER
#
# Runs inside namespaces of its own for network, mounts and processes. Its accounts stand in private
# copies of /etc/passwd and /etc/shadow, which only the daemons of this device see.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
device=$1
work=$2

. "$work/values"
. "$here/daemons.sh"

mount --make-rprivate /
mount -t proc proc /proc
mount -t tmpfs tmpfs /run
mkdir -p /run/sshd "$work/home" "$work/log"
chmod 755 /run/sshd
private_accounts

. "$device/start.sh"

await_listening
printf '%s\n' "${listening[@]}" > "$work/listening"
touch "$work/ready"
exec sleep infinity
