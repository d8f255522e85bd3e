"""The page as a whole, the way to it, and the site."""

from django.conf import settings

SCHEMA = "https://schema.org"


def web_page(title, description, language, path, record=None, main=None):
    """Return a page with its clinical review, if its words are still those that the clinician read."""
    told = {
        "@context": SCHEMA,
        "@type": "MedicalWebPage" if record and record.about_health else "WebPage",
        "name": title,
        "url": settings.SITE_URL + path,
        "inLanguage": language,
    }
    if description:
        told["description"] = description
    review = record.review if record else None
    if review and not review.text_changed:
        told["lastReviewed"] = review.reviewed_on.isoformat()
        told["reviewedBy"] = {
            "@type": "Person",
            "name": review.reviewer_name,
            "honorificSuffix": review.reviewer_credentials,
        }
    if main:
        told["mainEntity"] = main
    return told


def breadcrumb_list(steps):
    """Return the way to a page from its (name, path) pairs; the page itself, last, needs no address."""
    entries = []
    for position, (name, path) in enumerate(steps, 1):
        entry = {"@type": "ListItem", "position": position, "name": name}
        if path:
            entry["item"] = {"@type": "WebPage", "@id": settings.SITE_URL + path}
        entries.append(entry)
    return {"@context": SCHEMA, "@type": "BreadcrumbList", "itemListElement": entries}


def web_site(language, path, search_path, clinic):
    """Return the site with its search, where it has one, and the clinic behind it, where staff have named it."""
    told = {
        "@context": SCHEMA,
        "@type": "WebSite",
        "name": "ASTR",
        "alternateName": "Advanced Soft Tissue Release",
        "url": settings.SITE_URL + path,
        "inLanguage": language,
    }
    if search_path:
        told["potentialAction"] = {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{settings.SITE_URL}{search_path}?q={{words}}"},
            "query-input": "required name=words",
        }
    if clinic.name:
        told["publisher"] = organization(clinic)
    return told


def organization(clinic):
    told = {"@type": "MedicalOrganization", "name": clinic.name}
    if clinic.phone:
        told["telephone"] = clinic.phone
    if clinic.social_list:
        told["sameAs"] = [address for _name, address in clinic.social_list]
    return told
