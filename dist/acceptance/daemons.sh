# How each daemon is configured and started; sourced by device.sh.
# Every function takes a port and puts its files into $work. $host is what the daemons bind to.

listening=()   # the ports that must be open before the device is called ready

started() { listening+=("$1"); }

# Waits until every port of `listening` is open.
await_listening() {
  local port tries=100
  for port in "${listening[@]}"; do
    until ss -ltnH "sport = :$port" | grep . > /dev/null; do
      tries=$((tries - 1))
      [ $tries -gt 0 ] || { echo "nothing listens on port $port" >&2; cat "$work"/log/* >&2; exit 1; }
      sleep 0.1
    done
  done
}

# --- Accounts ---------------------------------------------------------------------------------------------------------

private_accounts() {
  cat > "$work/passwd" << END
root:x:0:0:root:$work/home:/usr/sbin/nologin
nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin
sshd:x:65533:65534::/run/sshd:/usr/sbin/nologin
END
  sed 's/:.*/:*:19000:0:99999:7:::/' "$work/passwd" > "$work/shadow"
  printf '%s\n' root:x:0: nogroup:x:65534: tty:x:5: users:x:60000: > "$work/group"
  chmod 644 "$work/passwd" "$work/group"
  chmod 600 "$work/shadow"
  mount --bind "$work/passwd" /etc/passwd
  mount --bind "$work/shadow" /etc/shadow
  mount --bind "$work/group" /etc/group
}

hashed() { [ -z "$1" ] || openssl passwd -6 -stdin <<< "$1"; }

# account USER PASSWORD [SHELL]: never with the rights of root, whatever its name is.
account() {
  local id=$((60001 + $(wc -l < "$work/passwd"))) file
  for file in passwd shadow; do
    # Written in place: a bind mount stays with the file it was made of.
    printf '%s\n' "$(grep -v "^$1:" "$work/$file")" > "$work/$file"
  done
  printf '%s:x:%d:60000::%s:%s\n' "$1" $id "$work/home" "${3:-/bin/sh}" >> "$work/passwd"
  printf '%s:%s:19000:0:99999:7:::\n' "$1" "$(hashed "$2")" >> "$work/shadow"
}

# --- SSH --------------------------------------------------------------------------------------------------------------

# openssh PORT [LINE OF CONFIGURATION…]
openssh() {
  local port=$1 config=$work/sshd-$1.conf
  shift
  ssh-keygen -q -t ed25519 -N '' -f "$work/sshd-$port.key" < /dev/null
  {
    printf '%s\n' "$@"
    cat << END
Port $port
ListenAddress $host
HostKey $work/sshd-$port.key
PidFile none
UsePAM no
KbdInteractiveAuthentication no
PermitRootLogin yes
StrictModes no
Subsystem sftp internal-sftp
END
    # Newer versions shut out who fails often; that is a property of its own, not looked at here.
    ! /usr/sbin/sshd -T -f /dev/null -h "$work/sshd-$port.key" 2> /dev/null | grep -i '^persourcepenalties' > /dev/null ||
        echo 'PerSourcePenalties no'
  } > "$config"
  /usr/sbin/sshd -D -e -f "$config" 2>> "$work/log/sshd-$port" &
  started "$port"
}

# dropbear_ssh PORT [OPTION…]
dropbear_ssh() {
  local port=$1
  shift
  dropbearkey -t ed25519 -f "$work/dropbear-$port.key" > /dev/null 2>&1
  dropbear -F -E -p "$(bound "$port")" -r "$work/dropbear-$port.key" "$@" 2>> "$work/log/dropbear-$port" &
  started "$port"
}

bound() { case $host in *:*) printf '[%s]:%s' "$host" "$1" ;; *) printf '%s:%s' "$host" "$1" ;; esac; }

# --- Web --------------------------------------------------------------------------------------------------------------

# certificate NAME [LINE OF EXTENSIONS…]: an own one, for P-256
certificate() {
  local name=$1
  shift
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 365 -subj "/CN=$model" \
      -keyout "$work/$name.key" -out "$work/$name.crt" "${@/#/-addext=}" 2>> "$work/log/openssl"
}

rsa_certificate() {
  openssl req -x509 -newkey rsa:2048 -nodes -days 365 -subj "/CN=$model" \
      -keyout "$work/$1.key" -out "$work/$1.crt" 2>> "$work/log/openssl"
}

# web_user FILE USER PASSWORD
web_user() { printf '%s:%s\n' "$2" "$(openssl passwd -apr1 -stdin <<< "$3")" >> "$work/$1"; }

# nginx_web PORT…: the lines inside `http` come on standard input
nginx_web() {
  local config=$work/nginx-$1.conf port
  mkdir -p "$work/nginx-$1" "$work/www"
  [ -e "$work/www/index.html" ] || printf '<title>%s</title><p>Welcome to %s\n' "$model" "$model" > "$work/www/index.html"
  chmod -R a+rX "$work/www"
  cat > "$config" << END
daemon off;
user nobody nogroup;
worker_processes 1;
pid $work/nginx-$1/pid;
error_log $work/log/nginx-$1;
events { worker_connections 512; }
http {
  access_log off;
  server_tokens off;
  default_type text/html;
  client_body_temp_path $work/nginx-$1/body;
  proxy_temp_path $work/nginx-$1/proxy;
  fastcgi_temp_path $work/nginx-$1/fastcgi;
  uwsgi_temp_path $work/nginx-$1/uwsgi;
  scgi_temp_path $work/nginx-$1/scgi;
  root $work/www;
$(cat)
}
END
  nginx -e "$work/log/nginx-$1" -c "$config" >> "$work/log/nginx-$1" 2>&1 &
  for port; do started "$port"; done
}

# The part of a web server that asks for a login everywhere: basic_login FILE
basic_login() { printf 'auth_basic "%s"; auth_basic_user_file %s;' "$model" "$work/$1"; }

# The part that makes it speak TLS: tls_of NAME VERSIONS [CIPHERS]
tls_of() {
  printf 'ssl_certificate %s; ssl_certificate_key %s; ssl_protocols %s; ssl_ciphers %s;' \
      "$work/$1.crt" "$work/$1.key" "$2" "${3:-ECDHE+AESGCM:ECDHE+CHACHA20}"
}

# --- Others -----------------------------------------------------------------------------------------------------------

# A root for daemons that have to be locked up, made of busybox alone.
make_jail() {
  local applet
  jail=$work/jail
  mkdir -p "$jail"
  mount -t tmpfs tmpfs "$jail"
  mkdir -p "$jail"/{bin,etc,dev/pts,proc,tmp,root,home,var/log}
  cp "$(command -v busybox)" "$jail/bin/busybox"
  for applet in sh login telnetd echo cat ls ps uname id; do ln -s busybox "$jail/bin/$applet"; done
  mount -t devpts -o newinstance,ptmxmode=0666,mode=620,gid=5 devpts "$jail/dev/pts"
  ln -s pts/ptmx "$jail/dev/ptmx"
  mknod -m 666 "$jail/dev/null" c 1 3
  mknod -m 666 "$jail/dev/tty" c 5 0
  mknod -m 666 "$jail/dev/urandom" c 1 9
  printf '%s\n' root:x:0: tty:x:5: users:x:60000: > "$jail/etc/group"
  : > "$jail/etc/passwd"
  : > "$jail/etc/shadow"
  printf '%s' "$model" > "$jail/etc/hostname"
}

# jail_account USER PASSWORD
jail_account() {
  local id=$((60001 + $(wc -l < "$jail/etc/passwd")))
  printf '%s:x:%d:60000::/tmp:/bin/sh\n' "$1" $id >> "$jail/etc/passwd"
  printf '%s:%s:19000:0:99999:7:::\n' "$1" "$(hashed "$2")" >> "$jail/etc/shadow"
}

# telnet_login PORT: busybox telnetd and login in the jail
telnet_login() {
  chroot "$jail" /bin/busybox telnetd -F -b "$(bound "$1")" -l /bin/login 2>> "$work/log/telnetd-$1" &
  started "$1"
}

# broker PORT USER PASSWORD
broker() {
  mosquitto_passwd -b -c "$work/mosquitto-$1.users" "$2" "$3"
  cat > "$work/mosquitto-$1.conf" << END
listener $1 $host
allow_anonymous false
password_file $work/mosquitto-$1.users
user nobody
persistence false
log_dest stderr
END
  chmod 644 "$work/mosquitto-$1.users"
  mosquitto -c "$work/mosquitto-$1.conf" 2>> "$work/log/mosquitto-$1" &
  started "$1"
}

# tls_server PORT CERTIFICATE [OPTION…]: gives each line back reversed
tls_server() {
  local port=$1 name=$2
  shift 2
  openssl s_server -accept "$(bound "$port")" -cert "$work/$name.crt" -key "$work/$name.key" -rev -quiet "$@" \
      < /dev/null >> "$work/log/s_server-$port" 2>&1 &
  started "$port"
}

# filter: rules of the device's own firewall, on standard input
filter() { nft -f -; }
