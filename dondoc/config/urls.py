"""Every address of the house, room by room."""

from django.urls import include, path

from dondoc.accounts.views import SignIn, SignOut
from dondoc.config.duties_page import duties, run_duty_again
from dondoc.config.imports import import_directory, import_template
from dondoc.config.views import home, sign_in_as

ROOMS = (
    "accounts",
    "agencies",
    "documents",
    "tasks",
    "meetings",
    "planning",
    "remedies",
    "urging",
    "handovers",
    "scorecards",
    "reports",
    "notifications",
    "ui",
)

urlpatterns = [
    path("", home, name="home"),
    path("login/", SignIn.as_view(), name="account_login"),  # the names allauth looks for
    path("administration/import/", import_directory, name="import_directory"),
    path("administration/import/template/", import_template, name="import_template"),
    path("administration/duties/", duties, name="duties"),
    path("administration/duties/<int:pk>/run/", run_duty_again, name="run_duty_again"),
    path("login/as/<int:pk>/", sign_in_as, name="sign_in_as"),
    path("logout/", SignOut.as_view(), name="account_logout"),
    *(path("", include(f"dondoc.{room}.urls")) for room in ROOMS),
]
