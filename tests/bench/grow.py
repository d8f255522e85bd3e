"""Makes the site in DATA_DIR larger: `python -m tests.bench.grow STORIES PAGES VERSIONS`."""

import sys

import django

if __name__ == "__main__":
    django.setup()

    from django.core.management import call_command

    from tests.growth import make_pages, make_stories, make_versions

    stories, pages, versions = map(int, sys.argv[1:])
    make_stories(range(stories))
    make_pages(pages)
    make_versions(versions - 1)
    call_command("rebuild_search", verbosity=0)
