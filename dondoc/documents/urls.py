"""Addresses of the room documents."""

from django.urls import URLPattern, path

from dondoc.documents.views import files

app_name = "documents"
urlpatterns: list[URLPattern] = [
    path("files/<int:pk>/", files.file, name="file"),
]
