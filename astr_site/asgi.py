"""What gunicorn serves: ready pages from the event loop, everything else by the site in threads."""

from .environment import say_and_stop

with say_and_stop():
    from django.conf import settings

    from .page_cache.asgi import ReadyPages
    from .threads import InThreads
    from .wsgi import application as site

    application = InThreads(site)
    if settings.PAGE_CACHE:
        application = ReadyPages(site, application)
