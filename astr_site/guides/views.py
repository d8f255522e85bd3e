from django.contrib import admin
from django.contrib.admin.views.decorators import staff_member_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from astr_site.roles.roles import ROLES

from .guides import guide, roles_of


@staff_member_required
def own_guide(request):
    """Lead to the guide of the person's first role."""
    mine = roles_of(request.user) or ROLES
    return redirect("guide", slug=mine[0].slug)


@staff_member_required
def role_guide(request, slug):
    role = next((role for role in ROLES if role.slug == slug), None)
    if role is None:
        raise Http404(slug)
    context = {
        **admin.site.each_context(request),
        "title": gettext("Guide: %(role)s") % {"role": role},
        "role": role,
        "roles": ROLES,
        "guide": guide(role),
    }
    return render(request, "guides/guide.html", context)
