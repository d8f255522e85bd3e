"""The gallery's filters: plain links with counts, read from the query string."""

from collections import Counter

from django.conf import settings
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from techniques.models import all_techniques

from .models import Testimonial


class Filter:
    """One filter of the gallery; `values_of` names what stories of a kind have, `labels` the words for each value."""

    def __init__(self, name, label, labels, values_of):
        self.name, self.label, self.labels, self.values_of = name, label, labels, values_of

    def chosen(self, query):
        """Return the chosen value, or None where the query names none or one that does not exist."""
        value = query.get(self.name)
        return value if value in self.labels else None

    def keeps(self, kind, query):
        value = self.chosen(query)
        return not value or value in self.values_of(kind)

    def options(self, kinds, query, others):
        """Return the choices that have a story behind them, given what the `others` keep."""
        counts = Counter()
        for kind in kept_by(others, kinds, query):
            for value in self.values_of(kind):
                counts[value] += len(kinds[kind])
        kept = {other.name: value for other in others if (value := other.chosen(query))}
        return [
            {
                "value": value,
                "label": label,
                "count": counts[value],
                "url": "?" + urlencode({**kept, self.name: value}),
                "current": value == self.chosen(query),
            }
            for value, label in self.labels.items()
            if counts[value]
        ]


def kept_by(filters, kinds, query):
    """Return the kinds of stories that every filter keeps."""
    return [kind for kind in kinds if all(each.keeps(kind, query) for each in filters)]


def gallery_filters(request):
    techniques = all_techniques(request, request.LANGUAGE_CODE)
    keys = {each.technique_id: each.technique.key for each in techniques}
    titles = {each.technique.key: each.title for each in techniques}
    return [
        Filter("technique", _("Technique"), titles, lambda kind: [keys[pk] for pk in kind.techniques if pk in keys]),
        Filter("area", _("Body area"), dict(Testimonial.BodyArea.choices), lambda kind: [kind.body_area]),
        Filter("language", _("Spoken language"), dict(settings.LANGUAGES), lambda kind: [kind.spoken_language]),
    ]


def filter_links(filters, kinds, query):
    """Return each filter as a template shows it, with a link that takes it off again."""
    shown = []
    for each in filters:
        others = [other for other in filters if other is not each]
        kept = {other.name: value for other in others if (value := other.chosen(query))}
        shown.append(
            {
                "name": each.name,
                "label": each.label,
                "chosen": each.chosen(query),
                "any_url": "?" + urlencode(kept),
                "options": each.options(kinds, query, others),
            }
        )
    return shown
