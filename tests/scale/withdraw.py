"""Withdraws a story: `python -m tests.scale.withdraw NUMBER`, which prints “withdrawn” when that has returned.

With “told” behind the number it prints “ready” first, and waits for a line.
"""

import sys
import threading

import django

if __name__ == "__main__":
    django.setup()

    from testimonials.actions import withdraw
    from testimonials.models import Authorization, Testimonial

    story = Testimonial.objects.get(pk=sys.argv[1])
    if "told" in sys.argv[2:]:
        print("ready", flush=True)
        sys.stdin.readline()
    withdraw(story, Authorization.WithdrawnBy.values[0])
    print("withdrawn", flush=True)
    # What tells the CDN does so from a thread that would end with this program.
    for each in threading.enumerate():
        if each.name == "purge":
            each.join(20)
