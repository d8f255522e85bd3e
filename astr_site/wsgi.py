"""What gunicorn serves."""

import os

from .environment import say_and_stop

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "astr_site.settings")

with say_and_stop():
    from django.core.wsgi import get_wsgi_application

    application = get_wsgi_application()
