"""Addresses of the room documents."""

from django.urls import URLPattern, path

from dondoc.documents.views import files, intake, records

app_name = "documents"
urlpatterns: list[URLPattern] = [
    path("documents/", records.list_documents, name="list"),
    path("documents/register/", intake.register, name="register"),
    path("documents/register/check/", intake.check, name="check"),
    path("documents/register/number/", intake.number_only, name="number_only"),
    path("documents/<int:pk>/", records.detail, name="detail"),
    path("documents/<int:pk>/correct/", records.correct, name="correct"),
    path("files/<int:pk>/", files.file, name="file"),
]
