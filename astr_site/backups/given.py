"""The settings that this installation was given, without what is secret in them."""

import os
import re

from django.conf import settings

SECRETS = {"SECRET_KEY", "METRICS_TOKEN"}
# What stands between the scheme and the host of an address: names, passwords, keys.
LOGIN = re.compile(r"(?<=://)[^/@\s]*@")


def settings_without_secrets():
    """Return {name: value} of what .env.example names and is set; addresses lose their passwords."""
    lines = (settings.ROOT / ".env.example").read_text().splitlines()
    names = [line.partition("=")[0] for line in lines if "=" in line and not line.startswith("#")]
    given = {name: os.environ[name] for name in names if os.environ.get(name)}
    return {name: "(secret)" if name in SECRETS else LOGIN.sub("(secret)@", value) for name, value in given.items()}
