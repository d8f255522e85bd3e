"""Who asks, as far as limits need to know it."""

from ipaddress import ip_address, ip_network

from django.conf import settings

# A household or clinic with IPv6 has at least this much of it; a single address of it says nothing.
HOME = 64


def client_address(request):
    """Return the asker's address: the one that our outermost own proxy (PROXIES) saw, or the direct one.

    What stands further left in the header may have been written by the asker.
    """
    seen = [text.strip() for text in request.headers.get("X-Forwarded-For", "").split(",") if text.strip()]
    if settings.PROXIES and len(seen) >= settings.PROXIES:
        return valid(seen[-settings.PROXIES]) or direct(request)
    return direct(request)


def direct(request):
    return valid(request.META.get("REMOTE_ADDR", "")) or "0.0.0.0"  # noqa: S104 - a value, not a place to listen


def valid(text):
    try:
        found = ip_address(text)
    except ValueError:
        return ""
    return str(getattr(found, "ipv4_mapped", None) or found)


def home_of(address):
    """Return what one asker can change at will as one: an IPv4 address, or a whole IPv6 network."""
    return str(ip_network(f"{address}/{HOME}", strict=False)) if ":" in address else address
