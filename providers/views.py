from django.shortcuts import render

from astr_site.editorial.views import find_or_page, show
from techniques.models import TechniqueContent

from .models import PractitionerTypeContent


def practitionertype_list(request):
    practitioners = PractitionerTypeContent.objects.in_language(request.LANGUAGE_CODE).ordered().with_uses()
    techniques = list(TechniqueContent.objects.in_language(request.LANGUAGE_CODE).with_own_page().ordered())
    for practitioner in practitioners:
        practitioner.match_uses(techniques)
    return render(
        request,
        "providers/practitionertype_list.html",
        {"practitioners": practitioners, "techniques": techniques},
    )


def practitionertype_detail(request, slug):
    practitioners = PractitionerTypeContent.objects.in_language(request.LANGUAGE_CODE)
    return find_or_page(request, practitioners.select_related("practitioner_type"), slug, show_practitionertype)


def show_practitionertype(request, content):
    techniques = {
        each.technique_id: each
        for each in TechniqueContent.objects.in_language(content.language).with_own_page().ordered()
    }
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
