from django.shortcuts import render

from astr_site.editorial.views import find_or_page, show

from .models import TechniqueContent, techniques_shown
from .structured_data import therapy


def technique_list(request):
    techniques = techniques_shown(request, request.LANGUAGE_CODE)
    return render(request, "techniques/technique_list.html", {"techniques": techniques})


def technique_detail(request, slug):
    techniques = TechniqueContent.objects.in_language(request.LANGUAGE_CODE).with_own_page()
    return find_or_page(request, techniques.select_related("technique"), slug, show_technique)


def show_technique(request, content):
    others = techniques_shown(request, content.language)
    return show(
        request,
        "techniques/technique_detail.html",
        content,
        technique=content.technique,
        therapy=therapy(content),
        others=[each for each in others if each.technique_id != content.technique_id],
    )
