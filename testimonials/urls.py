from django.urls import path

from . import views
from .embeds import dialog

app_name = "testimonials"
urlpatterns = [
    path("", views.testimonial_list, name="list"),
    path("<slug:slug>/embed/", dialog.embed_codes, name="embed"),
    path("<slug:slug>/", views.testimonial_detail, name="detail"),
]
