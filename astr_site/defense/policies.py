"""What a browser may load and do on our pages; the settings hand these to django-csp.

No nonces: public pages are kept by caches and shared between readers, so that a nonce would be no secret.
"""

from csp.constants import NONE, SELF, UNSAFE_INLINE

REPORTS = "/csp-reports/"
# The players that a labelled click opens (testimonials/video_hosts.py); nothing asks them before.
PLAYERS = ["https://www.youtube-nocookie.com", "https://player.vimeo.com"]


def public_policy(https, bucket=()):
    """Return the directives of every page that patients see; `bucket` hosts hand out the files of stories."""
    return {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, *bucket],
        "media-src": [SELF, *bucket],
        "font-src": [SELF],
        "connect-src": [SELF],
        "frame-src": PLAYERS,
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
        "require-trusted-types-for": ["'script'"],
        "trusted-types": [NONE],
        "upgrade-insecure-requests": https,
        "report-uri": REPORTS,
        "report-to": "csp",
    }


# The CMS's jQuery asks what a browser can by setting a handler that reads “t”; refusing it would fill the console
# and our reports. This is the hash of that letter; no other handler runs.
HANDLER_T = "'sha256-47mKTaMaEn1L3m5DAz9muidMqw636xxw7EFAK/YnPdg='"

# Where the policy of staff pages differs: the editor writes styles into its elements, shows pictures before they
# are stored, opens its windows in frames of our own, and sets markup by script. Scripts still come from here alone.
STAFF = {
    "script-src-attr": ["'unsafe-hashes'", HANDLER_T],
    "style-src": [SELF, UNSAFE_INLINE],
    "frame-src": [SELF, *PLAYERS],
    "frame-ancestors": [SELF],
    "require-trusted-types-for": None,
    "trusted-types": None,
}

STAFF_TOO = {"img-src": ["data:", "blob:"]}

# What our pages never use is closed to them and to whatever they might embed.
CLOSED = (
    "accelerometer",
    "bluetooth",
    "browsing-topics",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "screen-wake-lock",
    "serial",
    "usb",
    "xr-spatial-tracking",
)
PLAYERS_TOO = "(self {})".format(" ".join(f'"{host}"' for host in PLAYERS))
PERMISSIONS = ", ".join(
    [*(f"{name}=()" for name in CLOSED), f"fullscreen={PLAYERS_TOO}", f"picture-in-picture={PLAYERS_TOO}"]
)
