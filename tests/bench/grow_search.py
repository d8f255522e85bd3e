"""Fills the search index of the site in DATA_DIR up to so many documents: `python -m tests.bench.grow_search 20000`.

What grows on such a site are patient stories. The documents are as those of stories, of words drawn from the site's
own, common words often, so that a word is in as large a share of 20,000 as of 200. All of them lead to one sample
story, so that the judge has every one of them to judge.
"""

import random
import sys

import django


def grow(total):
    from modelsearch.backends import get_search_backend

    from astr_site.search.models import Document, Word
    from astr_site.search.reading_pages import padded
    from astr_site.search.words import stems

    like = Document.objects.filter(kind="story", language="en").first()
    words = list(Word.objects.filter(language="en").order_by("-documents", "word").values_list("word", "documents"))
    names, weights = zip(*words, strict=True)
    chance = random.Random(8)  # noqa: S311 - the same words at every run
    engine = get_search_backend()
    missing = total - Document.objects.count()
    while missing > 0:
        made = []
        for _number in range(min(missing, 1000)):
            title = " ".join(chance.choices(names, weights, k=5)).capitalize()
            text = " ".join(chance.choices(names, weights, k=150))
            values = {"title": title, "text": text, "summary": "A story made for measuring."}
            kept = {name: getattr(like, name) for name in ("kind", "language", "content_type", "content_id")}
            values |= {"title_stems": padded(stems(title, "en")), "text_stems": padded(stems(text, "en"))}
            made.append(Document(**kept, **values))
        engine.add_bulk(Document, Document.objects.bulk_create(made))
        missing -= len(made)
    print(Document.objects.count())


if __name__ == "__main__":
    django.setup()
    grow(int(sys.argv[1]))
