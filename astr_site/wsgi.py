"""The site as servers know it that speak WSGI; gunicorn serves it by way of asgi.py."""

import os

from .environment import say_and_stop

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "astr_site.settings")

with say_and_stop():
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application

    from .room import with_room

    application = with_room(get_wsgi_application())

    if settings.PAGE_CACHE:
        from .health.metrics import KEPT_PAGES, Tally
        from .page_cache.wrapper import PageCache

        application = PageCache(application, count=Tally(KEPT_PAGES))
