"""Staff who publish a new version of one text after the other, until they are stopped.

Prints “ready”, then the number of each that is public.
"""

import itertools

import django

if __name__ == "__main__":
    django.setup()

    from djangocms_versioning.models import Version

    from techniques.models import TechniqueContent
    from tests.testimonials.factories import staff

    print("ready", flush=True)
    for number in itertools.count():
        content = TechniqueContent.objects.get(technique__key="massage", language="en")
        draft = Version.objects.get_for_content(content).copy(staff())
        TechniqueContent._base_manager.filter(pk=draft.object_id).update(summary=f"Made-up summary {number}.")
        draft.publish(staff())
        print(number, flush=True)
