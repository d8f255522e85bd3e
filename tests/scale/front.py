"""nginx as the balancer before the hosts, and a second time as the read-through CDN before the balancer.

The balancer asks the other host where one fails, and counts none out: with both counted out it would refuse by itself.
The CDN keeps what Cache-Control allows (s-maxage), one copy of each address, never for whoever is signed in. PURGE
puts in place of its copy what the site says now, whatever that is, for one second; nginx itself has no such word, so
that the request is turned into a GET that goes past what is kept.
"""

FILE = """
proxy_cache_path {folder}/kept keys_zone=cdn:10m max_size=100m inactive=10m use_temp_path=off;
access_log off;
proxy_http_version 1.1;
proxy_set_header Connection "";
proxy_set_header Host $http_host;
proxy_set_header X-Forwarded-Proto $scheme;
proxy_set_header X-Forwarded-For $remote_addr;

upstream hosts {{
{hosts}
  keepalive 16;
  # Before gunicorn lets an idle connection go, or a request may meet one that is just closing.
  keepalive_timeout 4s;
}}

server {{
  listen 127.0.0.1:{balancer};
  location / {{
    proxy_pass http://hosts;
  }}
}}

server {{
  listen {listen};
  error_page 418 = /purged;
  proxy_cache cdn;
  proxy_cache_key $request_uri;
  proxy_cache_lock on;
  proxy_cache_use_stale error timeout updating http_500 http_502 http_503 http_504;
  proxy_set_header Connection "";
  proxy_set_header Host $http_host;
  proxy_set_header X-Forwarded-Proto $scheme;
  proxy_set_header X-Forwarded-For $remote_addr;
  proxy_set_header Accept-Encoding "";
  add_header X-Cdn $upstream_cache_status always;

  location = /up {{
    return 204;
  }}

  location / {{
    if ($request_method = PURGE) {{
      return 418;
    }}
    proxy_pass http://127.0.0.1:{balancer};
    proxy_ignore_headers Vary;
    proxy_cache_bypass $cookie_sessionid;
    proxy_no_cache $cookie_sessionid;
  }}

  location = /purged {{
    internal;
    proxy_pass http://127.0.0.1:{balancer}$request_uri;
    proxy_ignore_headers Vary Cache-Control Expires Set-Cookie;
    proxy_cache_valid any 1s;
    proxy_cache_bypass 1;
  }}
}}
"""


def file(ports, balancer):
    """Return what makes nginx's file of its folder and of where the CDN is to listen."""
    hosts = "\n".join(f"  server 127.0.0.1:{port} max_fails=0;" for port in ports)

    def made(folder, listen):
        return FILE.format(folder=folder, hosts=hosts, balancer=balancer, listen=listen)

    return made
