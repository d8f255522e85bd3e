from django.urls import path

from . import views

app_name = "providers"
urlpatterns = [
    path("", views.practitionertype_list, name="list"),
    path("<slug:slug>/", views.practitionertype_detail, name="detail"),
]
