"""Addresses of the room tasks."""

from django.urls import URLPattern, path

from dondoc.tasks.views import desk, detail, lists, moves

app_name = "tasks"
urlpatterns: list[URLPattern] = [
    path("search/", lists.search, name="search"),
    path("tasks/", lists.list_tasks, name="list"),
    path("tasks/export/", lists.export, name="export"),
    path("tasks/filters/save/", lists.save_filter, name="save_filter"),
    path("tasks/filters/forget/", lists.forget_filter, name="forget_filter"),
    path("desk/", desk.desk, name="desk"),
    path("approvals/", desk.approvals, name="approvals"),
    path("update/", desk.quick, name="quick"),
    path("tasks/assign/", moves.assign, name="assign"),
    path("tasks/<str:code>/", detail.detail, name="detail"),
    path("tasks/<str:code>/<slug:verb>/", moves.move, name="move"),
]
