"""Addresses of the room tasks."""

from django.urls import URLPattern, path

from dondoc.tasks.views import desk, detail, moves

app_name = "tasks"
urlpatterns: list[URLPattern] = [
    path("desk/", desk.desk, name="desk"),
    path("approvals/", desk.approvals, name="approvals"),
    path("update/", desk.quick, name="quick"),
    path("tasks/assign/", moves.assign, name="assign"),
    path("tasks/<str:code>/", detail.detail, name="detail"),
    path("tasks/<str:code>/<slug:verb>/", moves.move, name="move"),
]
