# How each daemon is configured and started; sourced by device.sh.
# Every function takes a port and puts its files into $work. $host is what the daemons bind to.

listening=()   # the ports that must be open before the device is called ready

listening_udp=()

started() { listening+=("$1"); }
started_udp() { listening_udp+=("$1"); }

# Waits until every port of `listening` is open.
await_listening() {
  local port tries=100
  for port in "${listening[@]/#/t}" "${listening_udp[@]/#/u}"; do
    until ss -ln${port:0:1}H "sport = :${port:1}" | grep . > /dev/null; do
      tries=$((tries - 1))
      [ $tries -gt 0 ] || { echo "nothing listens on port ${port:1}" >&2; cat "$work"/log/* >&2; exit 1; }
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

# --- Files ------------------------------------------------------------------------------------------------------------

# ftp_server PORT [LINE OF CONFIGURATION…]: for the accounts of this device, each locked into an empty folder
ftp_server() {
  local port=$1 config=$work/vsftpd-$1.conf
  shift
  mkdir -p "$work/empty" "$work/ftp"
  chmod 755 "$work" "$work/empty" "$work/ftp"
  printf '%s\n' 'auth required pam_unix.so' 'account required pam_unix.so' 'session required pam_permit.so' > "$work/pam-ftp"
  mount --bind "$work/pam-ftp" /etc/pam.d/vsftpd
  echo "ftp:x:65532:65534::$work/ftp:/usr/sbin/nologin" >> "$work/passwd"
  echo 'ftp:*:19000:0:99999:7:::' >> "$work/shadow"
  cat > "$config" << END
listen=YES
listen_address=$host
listen_port=$port
background=NO
anonymous_enable=NO
anon_root=$work/ftp
ftp_username=ftp
local_enable=YES
local_root=$work/ftp
chroot_local_user=YES
write_enable=NO
pam_service_name=vsftpd
secure_chroot_dir=$work/empty
nopriv_user=nobody
seccomp_sandbox=NO
isolate=NO
isolate_network=NO
max_per_ip=0
max_clients=0
delay_failed_login=0
xferlog_enable=NO
END
  printf '%s\n' "$@" >> "$config"
  vsftpd "$config" 2>> "$work/log/vsftpd-$port" < /dev/null &
  started "$port"
}

# digest_user FILE USER PASSWORD: for MD5 and SHA-256 (RFC 7616), in the realm of the model
digest_user() {
  local hash
  for hash in md5 sha256; do
    printf '%s:%s:%s\n' "$2" "$model" "$(printf '%s:%s:%s' "$2" "$model" "$3" | openssl dgst -$hash -r | cut -d' ' -f1)"
  done >> "$work/$1"
}

# lighttpd_digest PORT FILE PATH: Digest logins for the accounts of the file, below the path
lighttpd_digest() {
  local config=$work/lighttpd-$1.conf
  mkdir -p "$work/www$3"
  echo "<title>$model</title><p>Welcome to $model" > "$work/www/index.html"
  [ "$3" = / ] || echo "<p>settings of $model" > "$work/www$3/index.html"
  chmod -R a+rX "$work/www"
  cat > "$config" << END
server.port = $1
server.bind = "$host"
server.document-root = "$work/www"
server.username = "nobody"
server.groupname = "nogroup"
index-file.names = ("index.html")
mimetype.assign = (".html" => "text/html")
server.modules = ("mod_auth", "mod_authn_file")
auth.backend = "htdigest"
auth.backend.htdigest.userfile = "$work/$2"
auth.require = ("$3" => ("method" => "digest", "realm" => "$model", "algorithm" => "MD5|SHA-256", "require" => "valid-user"))
END
  chmod 644 "$work/$2"
  lighttpd -D -f "$config" >> "$work/log/lighttpd-$1" 2>&1 &
  started "$1"
}

# form_web PORT FILE: a form to log in and a session cookie, by a shell script behind busybox httpd;
# call make_jail before. The file of the jail holds a USER:PASSWORD on each line.
form_web() {
  mkdir -p "$jail/www/cgi-bin" "$jail/tmp/sessions"
  chmod 1777 "$jail/tmp/sessions"
  printf '<html><head><meta http-equiv="refresh" content="0; url=/cgi-bin/panel"></head></html>\n' > "$jail/www/index.html"
  cat > "$jail/www/cgi-bin/panel" << END
#!/bin/sh
sessions=/tmp/sessions
form() {
  token=\$(busybox head -c 12 /dev/urandom | busybox md5sum | busybox cut -c 1-16)
  : > \$sessions/token-\$token
  printf 'Content-Type: text/html\\r\\n\\r\\n'
  echo "<title>$model</title><p>\$1<form method=POST action=/cgi-bin/panel><input name=user><input type=password name=pass><input type=hidden name=token value=\$token><input type=submit name=go value=Login></form>"
}
field() { echo "\$body" | busybox tr '&' '\\n' | busybox sed -n "s/^\$1=//p"; }
session=\$(echo "\$HTTP_COOKIE" | busybox sed -n 's/.*sid=\\([0-9a-f]*\\).*/\\1/p')
if [ "\$REQUEST_METHOD" = POST ]; then
  body=\$(busybox head -c "\${CONTENT_LENGTH:-0}")
  token=\$(field token)
  [ -n "\$token" ] && busybox rm \$sessions/token-\$token 2> /dev/null || { form 'This page is too old.'; exit; }
  if busybox grep -qxF "\$(busybox httpd -d "\$(field user)"):\$(busybox httpd -d "\$(field pass)")" /etc/$2; then
    sid=\$(busybox head -c 16 /dev/urandom | busybox md5sum | busybox cut -c 1-32)
    : > \$sessions/\$sid
    printf 'Status: 302 Found\\r\\nSet-Cookie: sid=%s; HttpOnly\\r\\nLocation: /cgi-bin/panel\\r\\n\\r\\n' \$sid
  else
    form 'Wrong name or password.'
  fi
elif [ -n "\$session" ] && [ -e "\$sessions/\$session" ]; then
  printf 'Content-Type: text/html\\r\\n\\r\\n<title>%s</title><p>Settings of %s: night vision is on\\n' $model $model
else
  form 'Please log in.'
fi
END
  chmod 755 "$jail/www/cgi-bin/panel"
  chroot "$jail" /bin/busybox httpd -f -p "$(bound "$1")" -h /www 2>> "$work/log/httpd-$1" &
  started "$1"
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

# broker PORT [LINE OF CONFIGURATION…]
broker() {
  local port=$1 config=$work/mosquitto-$1.conf
  shift
  {
    printf '%s\n' "listener $port $host" "$@"
    printf '%s\n' 'user nobody' 'persistence false' 'log_dest stderr'
  } > "$config"
  mosquitto -c "$config" 2>> "$work/log/mosquitto-$port" &
  started "$port"
}

# broker_user FILE USER PASSWORD
broker_user() {
  touch "$work/$1"
  mosquitto_passwd -b "$work/$1" "$2" "$3"
  chmod 644 "$work/$1"
}

# agent PORT [LINE OF CONFIGURATION…]: net-snmp over UDP, which nothing tells to be ready but an answer
agent() {
  local port=$1 config=$work/snmpd-$1.conf
  shift
  printf '%s\n' "agentAddress udp:$host:$port" 'dontLogTCPWrappersConnects yes' "$@" > "$config"
  mkdir -p "$work/snmp"
  MIBS='' SNMP_PERSISTENT_DIR=$work/snmp snmpd -f -Lf "$work/log/snmpd-$port" -C -c "$config" -p "$work/snmp/pid-$port" \
      -I -smux,mteTrigger,mteTriggerConf 2>> "$work/log/snmpd-$port" &
  started_udp "$port"
}

# coap_server LIBRARY PORT KEY [IDENTITY KEY]: libcoap inside DTLS on UDP, where KEY is for all other identities
coap_server() {
  local program=coap-server-$1 port=$2 key=$3 own=()
  if [ $# -eq 5 ]; then
    printf '%s,%s,%s\n' "$model" "$4" "$5" > "$work/keys-$port"
    own=(-i "$work/keys-$port")
  fi
  # It listens on TCP as well, and without DTLS on the port before: neither is part of this device.
  filter << END
table inet f$port {
  chain in {
    type filter hook input priority 0
    tcp dport { $((port - 1)), $port } reject with tcp reset
    udp dport $((port - 1)) reject
  }
}
END
  "$program" -A "$host" -p $((port - 1)) -h "$model" -k "$key" "${own[@]}" < /dev/null >> "$work/log/coap-$port" 2>&1 &
  started_udp "$port"
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
