"""Begins a new version of the massage page with these words, and prints where staff publish it: its checklist.

With “publish” behind the words it is published at once.
"""

import sys

import django

if __name__ == "__main__":
    django.setup()

    from django.contrib.auth import get_user_model
    from djangocms_versioning.models import Version

    from astr_site.editorial.gate.returning import checklist_address
    from techniques.models import TechniqueContent

    person = get_user_model().objects.get(username="content" if "publish" in sys.argv[2:] else "chaos")
    content = TechniqueContent.objects.get(technique__key="massage", language="en")
    draft = Version.objects.get_for_content(content).copy(person)
    TechniqueContent._base_manager.filter(pk=draft.object_id).update(summary=sys.argv[1])
    print(checklist_address(draft))
    if "publish" in sys.argv[2:]:
        draft.publish(person)
