"""The week of a location as a page of plain time fields; bad input comes back as it was typed."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .models import OpeningHours, OpeningWeek, SpecialDays
from .times import UnreadableTime, clock, read_day

USUAL_PAIRS = 2


class DayWidget(forms.Widget):
    """Pairs of text fields, from and to: two, and one more folded away once both are in use."""

    template_name = "clinic/widgets/day.html"

    def __init__(self, label="", attrs=None):
        super().__init__(attrs)
        self.label = label

    def value_from_datadict(self, data, files, name):
        pairs = []
        while f"{name}_{len(pairs)}_opens" in data:
            stem = f"{name}_{len(pairs)}"
            pairs.append((data.get(f"{stem}_opens", ""), data.get(f"{stem}_closes", "")))
        return pairs

    def value_omitted_from_data(self, data, files, name):
        return f"{name}_0_opens" not in data

    def format_value(self, value):
        """Return the pairs as texts: times are written out, what was typed stays as it is."""
        return [tuple(part if isinstance(part, str) else clock(part) for part in pair) for pair in value or ()]

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        pairs = [pair for pair in self.format_value(value) if any(pair)]
        shown = max(USUAL_PAIRS, len(pairs))
        pairs += [("", "")] * (max(USUAL_PAIRS, len(pairs) + 1) - len(pairs))
        context["widget"] |= {
            "label": self.label,
            "described_by": context["widget"]["attrs"].get("aria-describedby", ""),
            "invalid": "aria-invalid" in context["widget"]["attrs"],
            "pairs": [
                {"opens": opens, "closes": closes, "name": f"{name}_{number}", "folded": number >= shown}
                for number, (opens, closes) in enumerate(pairs)
            ],
        }
        return context

    def id_for_label(self, id_):
        """Each input has a label of its own, which names the day as well."""
        return ""


class DayField(forms.Field):
    """The hours of one day, cleaned to [(opens, closes)]."""

    def __init__(self, *, label, **kwargs):
        super().__init__(**({"required": False, "label": label, "widget": DayWidget(label)} | kwargs))

    def clean(self, value):
        try:
            return read_day(value or ())
        except UnreadableTime as problem:
            raise ValidationError(str(problem)) from None

    def has_changed(self, initial, data):
        try:
            return list(initial or ()) != read_day(data or ())
        except UnreadableTime:
            return True


def spans(hours):
    return [(each.opens, each.closes) for each in hours]


class WeekForm(forms.ModelForm):
    """Seven days, each with its hours."""

    monday = DayField(label=OpeningHours.Day.MONDAY.label)
    tuesday = DayField(label=OpeningHours.Day.TUESDAY.label)
    wednesday = DayField(label=OpeningHours.Day.WEDNESDAY.label)
    thursday = DayField(label=OpeningHours.Day.THURSDAY.label)
    friday = DayField(label=OpeningHours.Day.FRIDAY.label)
    saturday = DayField(label=OpeningHours.Day.SATURDAY.label)
    sunday = DayField(label=OpeningHours.Day.SUNDAY.label)

    DAYS = {day.name.lower(): day for day in OpeningHours.Day}

    class Meta:
        model = OpeningWeek
        fields = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        hours = list(self.instance.hours.all()) if self.instance.pk else []
        for name, day in self.DAYS.items():
            self.initial[name] = spans(each for each in hours if each.day == day)

    @property
    def changed_days(self):
        return [(day, self.cleaned_data[name]) for name, day in self.DAYS.items() if name in self.changed_data]

    def save_hours(self):
        """Replace the hours of the days that changed."""
        for day, hours in self.changed_days:
            self.instance.hours.filter(day=day).delete()
            self.instance.hours.bulk_create(
                OpeningHours(location_id=self.instance.pk, day=day, opens=opens, closes=closes)
                for opens, closes in hours
            )


class SpecialDaysForm(forms.ModelForm):
    """A holiday or another exception; without hours it is closed."""

    hours = DayField(label=_("Hours on these days"), help_text=_("Leave them empty when you are closed."))

    class Meta:
        model = SpecialDays
        fields = ("first_day", "last_day", "reason")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["hours"] = spans(self.instance.hours.all())

    def save_hours(self):
        if "hours" in self.changed_data:
            self.instance.hours.all().delete()
            for opens, closes in self.cleaned_data["hours"]:
                self.instance.hours.create(opens=opens, closes=closes)
