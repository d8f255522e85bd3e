from django.shortcuts import render

from astr_site.editorial.views import find_or_page, show
from techniques.models import techniques_shown

from .models import PractitionerTypeContent, practitioners_shown


def practitionertype_list(request):
    language = request.LANGUAGE_CODE
    shown = {
        "practitioners": practitioners_shown(request, language),
        "techniques": techniques_shown(request, language),
    }
    return render(request, "providers/practitionertype_list.html", shown)


def practitionertype_detail(request, slug):
    practitioners = PractitionerTypeContent.objects.in_language(request.LANGUAGE_CODE)
    return find_or_page(request, practitioners.select_related("practitioner_type"), slug, show_practitionertype)


def show_practitionertype(request, content):
    techniques = {each.technique_id: each for each in techniques_shown(request, content.language)}
    uses = [use for use in content.uses.select_related("source") if use.technique_id in techniques]
    for use in uses:
        use.technique_content = techniques[use.technique_id]
    return show(
        request,
        "providers/practitionertype_detail.html",
        content,
        practitioner_type=content.practitioner_type,
        uses=uses,
    )
