"""Addresses of the room remedies."""

from django.urls import URLPattern, path

from dondoc.remedies.views import accountability, considerations

app_name = "remedies"
urlpatterns: list[URLPattern] = [
    path("accountability/", accountability.index, name="accountability"),
    path("accountability/grading/", accountability.grade, name="grading"),
    path("accountability/grading/xlsx/", accountability.grade_sheet, name="grading_sheet"),
    path("accountability/people/<int:pk>/", accountability.person, name="person"),
    path("accountability/units/<int:pk>/", accountability.unit, name="unit"),
    path("considerations/", considerations.index, name="considerations"),
    path("considerations/draft/", considerations.draft, name="draft_consideration"),
    path("considerations/<int:pk>/", considerations.detail, name="consideration"),
    path("considerations/<int:pk>/paper/<slug:kind>/", considerations.paper, name="paper"),
    path("considerations/<int:pk>/<slug:verb>/", considerations.move, name="consider"),
]
