"""Giving each role's group exactly the permissions that the table names."""

from cms.plugin_pool import plugin_pool
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import ImproperlyConfigured

from .roles import ROLES

EVERY_VERB = "view add change delete"


def model_rights(label, verbs):
    """Return the names of permissions for one model: ("cms.page", "view add") gives cms.view_page, cms.add_page."""
    app, model = label.split(".")
    return {f"{app}.{verb}_{model}" for verb in verbs.split()}


def block_rights():
    """Return the right to place and fill every block that there is."""
    labels = {plugin.model._meta.label_lower for plugin in plugin_pool.registered_plugins}
    return {right for label in labels for right in model_rights(label, EVERY_VERB)}


def rights_of(role):
    rights = set(role.rights).union(*(model_rights(label, verbs) for label, verbs in role.models.items()))
    return rights | block_rights() if role.blocks else rights


def grant_roles(**kwargs):
    """Make the groups equal to the table; runs at the end of every `migrate`.

    Raises ImproperlyConfigured where a role names a permission that does not exist: a renamed model must not
    silently take a right away.
    """
    known = {f"{each.content_type.app_label}.{each.codename}": each for each in all_permissions()}
    for role in ROLES:
        wanted = set(known) if role.everything else rights_of(role)
        if unknown := wanted - set(known):
            raise ImproperlyConfigured(f"The role {role.name} names unknown rights: {', '.join(sorted(unknown))}.")
        group, _created = Group.objects.get_or_create(name=role.name)
        group.permissions.set([known[right] for right in wanted])


def all_permissions():
    return Permission.objects.select_related("content_type")
