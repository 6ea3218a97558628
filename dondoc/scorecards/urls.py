"""Addresses of the room scorecards."""

from django.urls import path

from dondoc.scorecards import views

app_name = "scorecards"
urlpatterns = [
    path("leader/", views.leader, name="leader"),
    path("scorecards/", views.table, name="table"),
    path("scorecards/behind/", views.behind, name="behind"),
    path("scorecards/behind/xlsx/", views.export, name="export"),
    path("scorecards/<int:pk>/", views.unit, name="unit"),
]
