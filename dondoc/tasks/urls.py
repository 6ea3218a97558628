"""Addresses of the room tasks."""

from django.urls import URLPattern, path

from dondoc.tasks.views import desk, detail, editing, imports, intake, lists, moves, proposals

app_name = "tasks"
PROPOSAL = "documents/<int:pk>/intake/<int:number>/"
urlpatterns: list[URLPattern] = [
    path("search/", lists.search, name="search"),
    path("tasks/", lists.list_tasks, name="list"),
    path("tasks/export/", lists.export, name="export"),
    path("tasks/import/", imports.import_tasks, name="import"),
    path("tasks/import/names/", imports.name_bodies, name="import_names"),
    path("tasks/import/confirm/", imports.confirm_import, name="import_confirm"),
    path("tasks/import/template/", imports.template, name="import_template"),
    path("tasks/filters/save/", lists.save_filter, name="save_filter"),
    path("tasks/filters/forget/", lists.forget_filter, name="forget_filter"),
    path("documents/<int:pk>/intake/", intake.intake, name="intake"),
    path("documents/<int:pk>/intake/read/", intake.propose, name="propose"),
    path("documents/<int:pk>/intake/add/", editing.add, name="add"),
    path(PROPOSAL, proposals.proposal, name="proposal"),
    path("documents/<int:pk>/intake/confirm/", intake.confirm_all, name="confirm_all"),
    path("documents/<int:pk>/intake/close/", intake.close, name="close"),
    path(f"{PROPOSAL}confirm/", proposals.confirm_proposal, name="confirm_proposal"),
    path(f"{PROPOSAL}leads/", proposals.name_leads, name="name_leads"),
    path(f"{PROPOSAL}due/", proposals.set_due, name="set_due"),
    path(f"{PROPOSAL}edit/", editing.edit, name="edit_proposal"),
    path(f"{PROPOSAL}split/", editing.split, name="split"),
    path(f"{PROPOSAL}forget/", proposals.forget_name, name="forget_name"),
    path(f"{PROPOSAL}merge/", proposals.merge, name="merge"),
    path(f"{PROPOSAL}drop/", proposals.drop, name="drop"),
    path(f"{PROPOSAL}restore/", proposals.restore, name="restore"),
    path("desk/", desk.desk, name="desk"),
    path("approvals/", desk.approvals, name="approvals"),
    path("update/", desk.quick, name="quick"),
    path("tasks/assign/", moves.assign, name="assign"),
    path("tasks/<str:code>/", detail.detail, name="detail"),
    path("tasks/<str:code>/<slug:verb>/", moves.move, name="move"),
]
