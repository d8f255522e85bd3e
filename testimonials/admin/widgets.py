from django.contrib.admin.widgets import AdminFileWidget
from django.db.models.fields.files import FieldFile
from django.urls import reverse


class StoredFileInput(AdminFileWidget):
    """A story's file, which has no address of its own: staff look at it where readers do, by the view that judges."""

    template_name = "admin/testimonials/stored_file.html"

    def is_initial(self, value):
        return isinstance(value, FieldFile) and bool(value)

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        if self.is_initial(value):
            context["widget"]["address"] = reverse(f"story-{value.field.name}", args=[value.instance.pk])
        return context
