"""Addresses of the room tasks."""

from django.urls import path

from dondoc.tasks.views import lists

app_name = "tasks"
urlpatterns = [
    path("search/", lists.search, name="search"),
    path("tasks/", lists.list_tasks, name="list"),
    path("tasks/export/", lists.export, name="export"),
    path("tasks/filters/save/", lists.save_filter, name="save_filter"),
    path("tasks/filters/forget/", lists.forget_filter, name="forget_filter"),
]
