"""The house's addresses, with stand-ins for task pages where that room is not yet furnished."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from dondoc.config.urls import urlpatterns as house


def page(request: HttpRequest, code: str = "") -> HttpResponse:
    return HttpResponse(code)


tasks = [
    path("tasks/<str:code>/", page, name="detail"),
    path("update/", page, name="quick"),
]
urlpatterns = [path("", include((tasks, "tasks"))), *house]  # the first of a name is found
