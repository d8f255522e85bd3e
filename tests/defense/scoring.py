"""How Mozilla's HTTP Observatory would score an answer, and what a CSP evaluator would find, computed here.

The numbers are those of the Observatory's published method (version 4): everybody begins with 100, what is wrong
takes away, and extra credit counts only from 90 on; A+ is 100 or more.
"""

import re

START, FOR_EXTRA = 100, 90
PRIVATE_REFERRERS = {"same-origin", "no-referrer", "strict-origin"}
UNSAFE = ("'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "data:", "blob:", "http:", "https:", "*")
# Hosts on which strangers can have a script run; none may stand in script-src (CSP Evaluator's list, in kind).
OPEN_HOSTS = re.compile(r"googleapis|gstatic|jsdelivr|unpkg|cloudflare|googletagmanager|youtube\.com", re.IGNORECASE)


def directives(policy):
    return {name: values for name, *values in (part.split() for part in policy.split(";") if part.split())}


def of_csp(policy):
    rules = directives(policy)
    scripts = rules.get("script-src", rules.get("default-src", ["*"]))
    if not policy:
        return -25
    if set(scripts) & set(UNSAFE) or "*" in rules.get("object-src", rules.get("default-src", ["*"])):
        return -20
    if set(rules.get("style-src", [])) & {"'unsafe-inline'", "data:", "https:"}:
        return 0
    return 10 if rules.get("default-src") == ["'none'"] else 5


def of_cookies(cookies):
    """`cookies` are http.cookies.Morsel; a page without any is well."""
    if any(not each["secure"] for each in cookies):
        return -20
    return 5 if all(each["samesite"] and each["httponly"] for each in cookies) and cookies else 0


def of_hsts(header):
    found = re.search(r"max-age=(\d+)", header or "")
    if not found:
        return -20
    if int(found[1]) < 15_768_000:
        return -10
    # The extra 5 are for who stands on the browsers' own list, which nobody can tell from here.
    return 0


def score(answer, body):
    """Return every part of the score by name."""
    headers, policy = answer.headers, answer.headers.get("Content-Security-Policy", "")
    framing = directives(policy).get("frame-ancestors")
    others = re.findall(r'<script[^>]+src="(?:https?:)?//[^"]+"(?![^>]*integrity)', body)
    return {
        "content-security-policy": of_csp(policy),
        "cookies": of_cookies(list(answer.cookies.values())),
        "cross-origin-resource-sharing": -50 if headers.get("Access-Control-Allow-Origin") == "*" else 0,
        "redirection": 0,
        "referrer-policy": 5
        if headers.get("Referrer-Policy") in {"same-origin", "no-referrer", "strict-origin"}
        else 0,
        "strict-transport-security": of_hsts(headers.get("Strict-Transport-Security")),
        "subresource-integrity": -50 if others else 0,
        "x-content-type-options": 0 if headers.get("X-Content-Type-Options") == "nosniff" else -5,
        "x-frame-options": 5 if framing else 0 if headers.get("X-Frame-Options") else -20,
        "cross-origin-resource-policy": 10 if headers.get("Cross-Origin-Resource-Policy") == "same-origin" else 0,
    }


def total(parts):
    """Add what was lost first; extra credit counts only for who has kept 90."""
    kept = START + sum(part for part in parts.values() if part < 0)
    return kept + sum(part for part in parts.values() if part > 0) if kept >= FOR_EXTRA else kept


def grade(points):
    steps = ((100, "A+"), (90, "A"), (85, "A-"), (80, "B+"), (70, "B"), (50, "C"), (30, "D"))
    return next((name for least, name in steps if points >= least), "F")


def evaluate(policy):
    """Return (severity, what) of everything a CSP evaluator would say of high or medium weight."""
    rules = directives(policy)
    scripts = rules.get("script-src", rules.get("default-src", []))
    found = [("high", f"script-src allows {each}") for each in scripts if each in UNSAFE]
    found += [("high", f"script-src allows {each}") for each in scripts if OPEN_HOSTS.search(each)]
    found += [("high", f"{name} is missing") for name in ("script-src", "object-src") if name not in rules]
    if rules.get("object-src") != ["'none'"]:
        found.append(("high", "object-src is open"))
    if rules.get("base-uri") not in (["'none'"], ["'self'"]):
        found.append(("high", "base-uri is open"))
    found += [("medium", f"{name} allows plain http") for name, values in rules.items() if "http:" in values]
    found += [("medium", f"{name} is unknown") for name in rules if not re.fullmatch(r"[a-z-]+", name)]
    found += [("medium", f"{n} allows any host") for n, values in rules.items() if set(values) & {"*", "https:"}]
    return found
