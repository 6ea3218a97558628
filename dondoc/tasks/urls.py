"""Addresses of the room tasks."""

from django.urls import path

from dondoc.tasks.views import imports, lists

app_name = "tasks"
urlpatterns = [
    path("search/", lists.search, name="search"),
    path("tasks/", lists.list_tasks, name="list"),
    path("tasks/export/", lists.export, name="export"),
    path("tasks/import/", imports.import_tasks, name="import"),
    path("tasks/import/names/", imports.name_bodies, name="import_names"),
    path("tasks/import/confirm/", imports.confirm_import, name="import_confirm"),
    path("tasks/import/template/", imports.template, name="import_template"),
    path("tasks/filters/save/", lists.save_filter, name="save_filter"),
    path("tasks/filters/forget/", lists.forget_filter, name="forget_filter"),
]
