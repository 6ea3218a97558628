"""Addresses of the room ui."""

from django.conf import settings
from django.urls import path

from dondoc.ui import views

app_name = "ui"
urlpatterns = [path("tro-giup/", views.help_page, name="help")]
if settings.DEBUG:  # examples for developers
    urlpatterns += [
        path("ui/", views.gallery, name="gallery"),
        path("ui/<slug:page>/", views.gallery, name="example"),
    ]
