"""Addresses of the room documents."""

from django.urls import URLPattern, path

from dondoc.documents.views import files, hand_ins, intake, pages, records

app_name = "documents"
urlpatterns: list[URLPattern] = [
    path("documents/", records.list_documents, name="list"),
    path("documents/register/", intake.register, name="register"),
    path("documents/register/check/", intake.check, name="check"),
    path("documents/register/number/", intake.number_only, name="number_only"),
    path("documents/handed_in/<int:pk>/", hand_ins.hand_in, name="hand_in"),
    path("documents/handed_in/<int:pk>/turn_away/", hand_ins.turn_away, name="turn_away"),
    path("documents/handed_in/<int:pk>/read_again/", hand_ins.read_again, name="read_again"),
    path("documents/handed_in/<int:pk>/drop/", hand_ins.drop, name="drop_hand_in"),
    path(
        "documents/handed_in/<int:pk>/pages/<int:number>.png",
        pages.hand_in_picture,
        name="hand_in_picture",
    ),
    path("documents/<int:pk>/", records.detail, name="detail"),
    path("documents/<int:pk>/correct/", records.correct, name="correct"),
    path("documents/<int:pk>/correct_text/", pages.correct_text, name="correct_text"),
    path("documents/<int:pk>/pages/<int:number>.png", pages.picture, name="picture"),
    path("files/<int:pk>/", files.file, name="file"),
]
