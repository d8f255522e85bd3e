"""Publishes a story with a number of its own: `python -m tests.scale.story 7`; prints its key and its address."""

import sys

import django

if __name__ == "__main__":
    django.setup()

    from tests.testimonials.factories import whole_story

    content = whole_story(f"-{sys.argv[1]}")
    print(content.testimonial_id, content.get_absolute_url())
