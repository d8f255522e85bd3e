from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from djangocms_versioning.constants import DRAFT
from djangocms_versioning.exceptions import ConditionFailed

from astr_site.editorial.gate import Tier, findings
from astr_site.editorial.gate.advice import keep_reason, unanswered
from astr_site.links.apphooks import must_stay_public

from .models import ScheduledPublication


class MomentField(forms.DateTimeField):
    """A date and time in the clinic's time zone, picked with the browser's own calendar."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


class ScheduleForm(forms.ModelForm):
    """The dates of one version; without a date it stays as it is.

    Whoever plans a publication past the gate's advice says why, as whoever publishes by hand does.
    """

    publish_at = MomentField(
        label=_("Publish on"),
        required=False,
        help_text=_("Until then the page stays as it is. Leave it empty to publish by hand."),
    )
    take_down_at = MomentField(
        label=_("Take down on"), required=False, help_text=_("Leave it empty to keep the page for good.")
    )
    reason = forms.CharField(
        label=_("Why do you publish past the advice?"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Your reason is kept with this version, with your name and the date."),
    )

    class Meta:
        model = ScheduledPublication
        fields = ("publish_at", "take_down_at")

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.blocking, self.advice = [], []
        if self.instance.version.state == DRAFT:
            found = findings(self.instance.version)
            self.blocking = [finding for finding in found if finding.tier is Tier.BLOCKS]
            self.advice = unanswered(self.instance.version, found)
        else:
            del self.fields["publish_at"]
        if not self.advice:
            del self.fields["reason"]

    def clean(self):
        cleaned = super().clean()
        now = timezone.now()
        for name in ("publish_at", "take_down_at"):
            if name in self.changed_data and cleaned.get(name) and cleaned[name] <= now:
                self.add_error(name, _("This moment is over. Choose one that is still to come."))
        publish_at, take_down_at = cleaned.get("publish_at"), cleaned.get("take_down_at")
        if publish_at and take_down_at and take_down_at <= publish_at:
            self.add_error("take_down_at", _("It can only be taken down after it was published."))
        if publish_at and self.advice and not cleaned.get("reason"):
            self.add_error("reason", _("Some things could read better. Mend them, or say why you publish past them."))
        return cleaned

    def clean_take_down_at(self):
        """Refuse at once what would be refused when the moment comes, such as to take down a section."""
        moment = self.cleaned_data["take_down_at"]
        if moment:
            try:
                must_stay_public(self.instance.version, self.user)
            except ConditionFailed as reason:
                raise forms.ValidationError(str(reason)) from None
        return moment

    def save_or_forget(self):
        """Keep the dates, or nothing where there are none; return what is kept."""
        plan = self.instance
        if not (plan.publish_at or plan.take_down_at):
            if plan.pk:
                plan.delete()
            return None
        plan.set_by, plan.refusal, plan.refused_at = self.user, "", None
        plan.save()
        if plan.publish_at and self.advice:
            keep_reason(plan.version, self.user, self.cleaned_data["reason"], self.advice)
        return plan
