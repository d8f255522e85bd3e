"""Prints the session of a member of staff who may do everything, as the browser would keep it."""

import django

if __name__ == "__main__":
    django.setup()

    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.test import Client

    from tests import staff  # noqa: F401 - it lets `force_login` take the second step as well

    user = get_user_model().objects.filter(username="chaos").first() or get_user_model().objects.create_superuser(
        "chaos"
    )
    client = Client()
    client.force_login(user)
    print(client.cookies[settings.SESSION_COOKIE_NAME].value)
