"""The site's own settings, in a folder and with values that no developer's machine can change."""

import atexit
import os
import shutil
import tempfile

_folder = tempfile.mkdtemp(prefix="astr-tests-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
# An empty value means the default, and keeps a developer's .env out. The database alone may be chosen.
for _name in (
    "SITE_URL",
    "HOST",
    "PORT",
    "ALLOWED_HOSTS",
    "PROXIES",
    "STAFF_SESSION_HOURS",
    "STAFF_PAUSE_MINUTES",
    "CACHE_URL",
    "PAGE_CACHE",
    "SEARCH_URL",
    "TIME_ZONE",
    "EMAIL_URL",
    "DEBUG",
    "STORIES_URL",
    "MEDIA_STORAGE_URL",
    "STORIES_ACCEL",
    "BACKUP_URL",
    "BACKUP_KEY",
    "METRICS_TOKEN",
    "SENTRY_DSN",
    "LOG_FORMAT",
):
    os.environ[_name] = ""
os.environ["DATA_DIR"] = _folder
os.environ["SECRET_KEY"] = "only-for-tests-" + "x" * 50
os.environ.setdefault("DATABASE_URL", "")
# Playwright runs an event loop in the thread of the test, which Django would take for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "yes"

from astr_site.settings import *  # noqa: E402, F403
from astr_site.settings import CACHES, STORAGES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
IN_MEMORY = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
CACHES = {
    name: IN_MEMORY | {"LOCATION": name, "KEY_FUNCTION": each.get("KEY_FUNCTION")} for name, each in CACHES.items()
}
# Tests prepare no static files.
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True
# A block that fails must fail its test, and not only vanish from the page.
CMS_CATCH_PLUGIN_500_EXCEPTION = False
