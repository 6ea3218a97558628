"""Every address of the house, room by room."""

from django.urls import include, path

from dondoc.config.views import home

ROOMS = (
    "accounts",
    "agencies",
    "documents",
    "tasks",
    "scorecards",
    "reports",
    "notifications",
    "ui",
)

urlpatterns = [
    path("", home, name="home"),
    *(path("", include(f"dondoc.{room}.urls")) for room in ROOMS),
]
