"""Addresses of the room planning."""

from django.urls import URLPattern, path

from dondoc.planning.views import calendars, week_entries, weeks

app_name = "planning"
ENTRY = "weeks/entries/<int:pk>/"
urlpatterns: list[URLPattern] = [
    path("weeks/", weeks.week, name="week"),
    path("weeks/today/", weeks.today, name="week_today"),
    path("weeks/discipline/", weeks.week_discipline, name="week_discipline"),
    path("weeks/new/", week_entries.new_entry, name="new_entry"),
    path("weeks/clashes/", week_entries.typed, name="entry_clashes"),
    path(
        "weeks/meetings/<int:pk>/schedule/", week_entries.schedule_meeting, name="schedule_meeting"
    ),
    path(ENTRY, week_entries.entry, name="week_entry"),
    path(f"{ENTRY}edit/", week_entries.edit_entry, name="edit_entry"),
    path(f"{ENTRY}<slug:verb>/", week_entries.entry_move, name="entry_move"),
    path("weeks/<int:pk>/publish/", weeks.publish, name="publish_week"),
    path("weeks/<int:pk>/submit/", weeks.submit, name="submit_week"),
    path("weeks/<int:pk>/send-back/", weeks.send_back, name="send_back_week"),
    path("weeks/<int:pk>/download/<slug:kind>/", weeks.paper, name="week_paper"),
    path("weeks/outside/", calendars.outside, name="outside"),
    path("weeks/outside/import/", calendars.import_outside, name="import_outside"),
    path("weeks/outside/<int:pk>/forget/", calendars.forget_outside, name="forget_outside"),
    path("calendars/", calendars.addresses, name="calendars"),
    path("calendars/renew/", calendars.renew, name="renew_feed"),
    path("calendars/<int:pk>/close/", calendars.close, name="close_feed"),
    path("calendars/<str:token>.ics", calendars.feed, name="feed"),
]
