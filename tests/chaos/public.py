"""Prints what is public of the text that publisher.py publishes, and whether the versions agree with each other."""

import json

import django

if __name__ == "__main__":
    django.setup()

    from djangocms_versioning.models import Version

    from techniques.models import TechniqueContent

    public = TechniqueContent.objects.filter(technique__key="massage", language="en")
    contents = TechniqueContent._base_manager.filter(technique__key="massage", language="en")
    versions = Version.objects.filter(content_type__model="techniquecontent", object_id__in=contents.values("pk"))
    print(
        json.dumps(
            {
                "public": public.count(),
                "summary": public.first().summary if public else "",
                "without a version": contents.count() - versions.count(),
                "blocks": sum(each.placeholders.count() for each in public),
            }
        )
    )
