"""What hostile requests are made of. Each text carries a mark, so that a page that gives it back shows itself."""

MARK = "zq7"
# The mark followed by what must never come back as it is.
REFLECTIONS = (f"{MARK}<".encode(), f"{MARK}\"'>".encode(), f'{MARK}"autofocus'.encode(), f"{MARK}'><".encode())
INJECTED = "X-Injected"

TEXTS = (
    f'{MARK}<i x="1">{MARK}"\'>',
    f"{MARK}'><img src=x onerror=alert(1)>",
    f'{MARK}"autofocus onfocus=alert(1) x="',
    f"</script><script>{MARK}<",
    f"javascript:{MARK}",
    f"{MARK}{{{{7*7}}}}{{% debug %}}${{7*7}}",
    f"{MARK}' OR 1=1 --",
    f"{MARK}'); DROP TABLE auth_user; --",
    f"{MARK}\r\n{INJECTED}: 1",
    f"{MARK}\0{MARK}",
    "../" * 8 + "etc/passwd",
    "..%2f" * 8 + "etc%2fpasswd",
    "..\\..\\secret_key",
    "%00",
    "%c0%ae%c0%ae/",
    "%ff%fe",
    "\ud7ff\U0010ffff\u202e\u0000",
    "ﷺ" * 50,
    "a" * 3000,
    "9" * 400,
    "-1",
    "0",
    "1e309",
    "NaN",
    "٣",
    "2²",
    "null",
    "[]",
    "{}",
    "%",
    "%s%n%x",
    "http://evil.example/",
    "//evil.example/",
    "/\\evil.example",
    "true",
    "",
    " ",
    "\t",
    "ñandú",
    "*",
    "(((((((((((((((",
    '"' * 40,
    "neck OR (back AND NOT",
)
NAMES = (
    *("q", "page", "area", "technique", "language", "lang", "next", "edit", "toolbar_on", "toolbar_off", "structure"),
    *("preview", "url", "format", "maxwidth", "maxheight", "width", "kind", "print", "cms_path", "version", "channel"),
    *("q[]", "__proto__", "csrfmiddlewaretoken", "_popup", "_to_field", "e", "o", "all"),
)
METHODS = (
    *("GET",) * 12,
    *("POST",) * 4,
    *("HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "PROPFIND", "get", "QWERTY", "G" * 60),
)
HOSTS = (
    *("evil.example", "127.0.0.1:99999", "127.0.0.1@evil.example", "localhost", "", "[::1]", "[", "a" * 400, "é"),
    *("127.0.0.1, evil.example", "127.0.0.1/path", ".", "%00", "127.0.0.1:"),
)
HEADERS = (
    *("X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Port", "Forwarded", "X-Real-IP"),
    *("Accept", "Accept-Language", "Accept-Encoding", "Accept-Charset", "Range", "If-Range", "If-None-Match"),
    *("If-Modified-Since", "Cookie", "Referer", "Origin", "User-Agent", "Authorization", "X-Requested-With"),
    *("X-HTTP-Method-Override", "X-Original-URL", "X-Rewrite-URL", "Content-Type", "Content-Encoding", "Expect"),
    *("X-CSRFToken", "X-Request-ID", "Upgrade", "Sec-Fetch-Site", "Content-Language", "Transfer-Encoding"),
)
VALUES = (
    *("https", "bytes=0-", "bytes=5-2", "bytes=-1", "bytes=0-0,2-2," * 20, "es", "es-MX;q=abc, *", "zz" * 400),
    *("gzip, br;q=0", "identity;q=0", "Thu, 99 Foo 2026 99:99:99 GMT", '"etag', "W/", "sessionid=x; csrftoken=y"),
    *("sessionid=" + "x" * 32, "csrftoken=" + "a" * 32, "messages=[[x", "__Host-session=..; known=a:b:c", "a=" * 300),
    *("application/json", "multipart/form-data", "multipart/form-data; boundary=", "text/plain; charset=utf-7"),
    *("application/x-www-form-urlencoded; charset=none", "100-continue", "h2c", "XMLHttpRequest", "chunked", "deflate"),
)
BODIES = (
    b"",
    b"{",
    b"[" * 5000,
    b'{"csp-report": {"violated-directive": "zq7<i>", "document-uri": "//["}}',
    b"\xff\xfe\x00\x01" * 50,
    b"a=" * 3000,
    b"&".join(b"a%d=1" % number for number in range(1500)),
    b'--x\r\nContent-Disposition: form-data; name="f"; filename="../../z.svg"\r\n\r\n<svg onload=a()>\r\n--x--\r\n',
    b"--x\r\nContent-Disposition: form-data\r\n",
    b"q=zq7%3Ci%3E&next=//evil.example/&username=zq7%22%3E&password=x",
    b"x" * 60_000,
)
