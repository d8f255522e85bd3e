"""What the CMS allows whoever may change a page, and what here takes more.

A page's place, its sections, its permissions and which page is the home page count for readers at once, past every
draft. So a place takes the right to publish, and the rest is for administrators (issue 10: a promise that no click
should bend).
"""

from cms.utils import page_permissions

CHANGE, PUBLISH = "cms.change_page", "cms.publish_page"
# No role has it but the administrator, who has all.
OF_ADMINISTRATORS = "cms.change_globalpagepermission"


def narrow():
    page_permissions._django_permissions_by_action.update(
        move_page=[CHANGE, PUBLISH],
        change_page_advanced_settings=[CHANGE, OF_ADMINISTRATORS],
        change_page_permissions=[CHANGE, OF_ADMINISTRATORS],
    )
