"""What gunicorn serves."""

import os
from functools import cache

from .environment import say_and_stop

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "astr_site.settings")

with say_and_stop():
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application

    application = get_wsgi_application()

    if settings.PAGE_CACHE:
        from .health.metrics import KEPT_PAGES
        from .page_cache.wrapper import PageCache

        counters = cache(KEPT_PAGES.labels)
        application = PageCache(application, count=lambda how: counters(how).inc())
