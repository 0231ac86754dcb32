# addresses: 4   ports: web upnp ftp
# Every answer names a place elsewhere: redirects, pages, certificates, SOAP, FTP.
certificate web "authorityInfoAccess=OCSP;URI:http://$elsewhere/ocsp,caIssuers;URI:http://$elsewhere/ca.crt" \
    "crlDistributionPoints=URI:http://$elsewhere/list.crl" "subjectAltName=DNS:$elsewhere_name,IP:$elsewhere"
web_user users "$owner" "$owner_password"
mkdir -p "$work/www/$path"
cat > "$work/www/$path/index.html" << END
<base href="http://$elsewhere/"><meta http-equiv="refresh" content="0; url=https://$elsewhere_name/">
<script src="//$elsewhere/x.js"></script><img src="http://$elsewhere/x.png"><form action="http://$elsewhere/login"></form>
END
cat > "$work/www/description.xml" << END
<?xml version="1.0"?><!DOCTYPE root SYSTEM "http://$elsewhere/root.dtd">
<root xmlns="urn:schemas-upnp-org:device-1-0"><URLBase>http://$elsewhere/</URLBase><device>
<presentationURL>http://$elsewhere_name/</presentationURL><serviceList><service>
<SCPDURL>http://$elsewhere/scpd.xml</SCPDURL><controlURL>http://$elsewhere/control</controlURL>
<eventSubURL>http://$elsewhere/event</eventSubURL></service></serviceList></device></root>
END
nginx_web "$web" "$upnp" << END
server {
  listen $host:$web ssl; $(tls_of web 'TLSv1.2 TLSv1.3')
  add_header Link '<http://$elsewhere/x.css>; rel=preload' always;
  add_header Alt-Svc 'h2="$elsewhere:443"' always;
  add_header Content-Location http://$elsewhere/ always;
  location = / { return 302 http://$elsewhere/; }
  location / { return 307 https://$elsewhere_name\$request_uri; }
  location /$path/ { auth_basic "http://$elsewhere/"; auth_basic_user_file $work/users; }
}
server {
  listen $host:$upnp;
  add_header Location http://$elsewhere/ always;
  location = /description.xml { default_type text/xml; }
  location / { return 301 http://$elsewhere_name:80\$request_uri; }
}
END
cat > "$work/ftp" << END
#!/bin/sh
printf '220 $model FTP server ready, see ftp://$elsewhere/\r\n'
while read -r line; do
  case \$line in
    USER*) printf '331 password for ftp://$elsewhere/\r\n' ;;
    PASS*) printf '530 Login incorrect, see http://$elsewhere/\r\n' ;;
    QUIT*) printf '221 bye\r\n'; exit ;;
    PASV*) printf '227 Entering Passive Mode (${elsewhere//./,},7,138)\r\n' ;;
    *) printf '530 Please login with USER and PASS.\r\n' ;;
  esac
done
END
chmod 755 "$work/ftp"
busybox nc -ll -p "$ftp" -e "$work/ftp" &
started "$ftp"
