"""Puts a story on every surface of a site of its own, and prints its number and its secret.

Run it as `python -m tests.testimonials.stage`, with the site's folder in DATA_DIR.
"""

import datetime

import django

if __name__ == "__main__":
    django.setup()

    from testimonials.models import PrivateLink

    from .factories import publish, staff, whole_story, write
    from .test_surfaces import place

    ends = datetime.datetime(2040, 1, 1, tzinfo=datetime.UTC)
    content = whole_story(authorization={"expires_at": ends}, confirmed_on=datetime.date(2039, 1, 1))
    publish(write(content.testimonial, language="es", title="Una historia inventada", slug="inventado"))
    place("your-visit", "StoryPlugin", testimonial=content.testimonial)
    place("contact", "StoryWallPlugin", heading="Chosen", chosen=[content.testimonial])
    print(content.testimonial.pk, PrivateLink.objects.issue(content.testimonial, staff())[1])
