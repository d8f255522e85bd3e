"""What the CMS allows whoever may change a page, and what here takes more.

A page's place, its sections and its permissions count for readers at once, past every draft. So its place takes the
right to publish, and the rest is for administrators. Another home page is chosen by nobody (sign_in/middleware.py).
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
