"""Who may only come in with a second step beside the password (issue 10, Sign-in)."""

from django_otp import user_has_device

# Whoever may see or touch a patient's authorization, or give such rights to others. Named by right and not by role,
# so that a right that is given to one person alone counts as well.
RIGHTS = (
    "testimonials.view_authorization",
    "testimonials.view_privatelink",
    "testimonials.add_authorization",
    "testimonials.change_authorization",
    "testimonials.delete_authorization",
    "testimonials.add_privatelink",
    "testimonials.change_privatelink",
    "auth.add_user",
    "auth.change_user",
    "auth.change_group",
)


def needs_second_step(person):
    return any(person.has_perm(right) for right in RIGHTS)


def has_second_step(person):
    return user_has_device(person)
