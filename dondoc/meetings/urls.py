"""Addresses of the room meetings."""

from django.urls import URLPattern, path

from dondoc.meetings.views import dossiers, invited, lists, moves, papers, records

app_name = "meetings"
urlpatterns: list[URLPattern] = [
    path("meetings/", lists.index, name="list"),
    path("meetings/plan/", dossiers.plan, name="plan"),
    path("meetings/overlaps/", dossiers.overlaps, name="overlaps"),
    path("meetings/series/", lists.series, name="series"),
    path("meetings/series/<int:pk>/", lists.one_series, name="one_series"),
    path("meetings/series/<int:pk>/rename/", lists.rename_series, name="rename_series"),
    path("meetings/resources/", lists.resources, name="resources"),
    path("meetings/resources/<int:pk>/", lists.change_resource, name="change_resource"),
    path("meetings/<int:pk>/", dossiers.detail, name="detail"),
    path("meetings/<int:pk>/invited/", invited.invited, name="invited"),
    path("meetings/<int:pk>/answer/<int:participant>/", invited.answer, name="answer"),
    path("meetings/<int:pk>/papers/<int:paper>/", invited.open_paper, name="open_paper"),
    path("meetings/<int:pk>/calendar.ics", invited.calendar, name="calendar"),
    path("meetings/<int:pk>/invitation/", papers.invitation, name="invitation"),
    path("meetings/<int:pk>/notice/", papers.notice, name="notice"),
    path("meetings/<int:pk>/record/", records.record, name="record"),
    path("meetings/<int:pk>/record/write_down/", records.write_down, name="write_down"),
    path("meetings/<int:pk>/record/call_roll/", records.call_roll, name="call_roll"),
    path("meetings/<int:pk>/<slug:which>/edit/<slug:key>/", papers.edit, name="edit_paper"),
    path("meetings/<int:pk>/<slug:which>/issue/", papers.issue, name="issue_paper"),
    path("meetings/<int:pk>/<slug:which>/file/<slug:kind>/", papers.file, name="file"),
    path("meetings/<int:pk>/do/<slug:verb>/", moves.press, name="press"),
    path("meetings/<int:pk>/do/<slug:verb>/<int:row>/", moves.press_row, name="press_row"),
    path("meetings/<int:pk>/<slug:verb>/", moves.move, name="move"),
]
