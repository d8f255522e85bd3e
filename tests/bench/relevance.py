"""Says how often the right page is found, on the site in DATA_DIR: `python -m tests.bench.relevance`."""

import json

import django

if __name__ == "__main__":
    django.setup()

    from tests.search.relevance import outcomes, share

    found = outcomes()
    print(json.dumps({"queries": len(found), "first": share(found, 1), "among three": share(found, 3)}))
