"""The gallery's filters: plain links with counts, read from the query string."""

from django.conf import settings
from django.db.models import Count
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from techniques.models import TechniqueContent

from .models import Testimonial


class Filter:
    """One filter of the gallery; `options` are links that keep the other filters."""

    def __init__(self, name, label, lookup, labels):
        self.name, self.label, self.lookup, self.labels = name, label, lookup, labels

    def chosen(self, query):
        """Return the chosen value, or None where the query names none or one that does not exist."""
        value = query.get(self.name)
        return value if value in self.labels else None

    def apply(self, stories, query):
        value = self.chosen(query)
        return stories.filter(**{self.lookup: value}) if value else stories

    def options(self, stories, query, others):
        """Return the choices that have a story behind them, given what the `others` keep."""
        for other in others:
            stories = other.apply(stories, query)
        counts = dict(
            stories.order_by()
            .values_list(self.lookup)
            .annotate(stories=Count("pk", distinct=True))
            .values_list(self.lookup, "stories")
        )
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
            if counts.get(value)
        ]


def gallery_filters(language):
    techniques = TechniqueContent.objects.in_language(language).ordered()
    return [
        Filter(
            "technique",
            _("Technique"),
            "testimonial__techniques__key",
            {each.technique.key: each.title for each in techniques},
        ),
        Filter("area", _("Body area"), "testimonial__body_area", dict(Testimonial.BodyArea.choices)),
        Filter("language", _("Spoken language"), "testimonial__spoken_language", dict(settings.LANGUAGES)),
    ]


def filter_links(filters, stories, query):
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
                "options": each.options(stories, query, others),
            }
        )
    return shown
