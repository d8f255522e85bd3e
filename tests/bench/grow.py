"""Adds stories to the site in DATA_DIR: `python -m tests.bench.grow 10000`."""

import sys

import django

if __name__ == "__main__":
    django.setup()

    from tests.growth import make_stories

    make_stories(range(int(sys.argv[1])))
