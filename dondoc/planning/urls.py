"""Addresses of the room planning."""

from django.urls import URLPattern, path

from dondoc.planning.views import calendars, recurring, week_entries, weeks
from dondoc.planning.views.programmes import (
    arranging,
    deciding,
    downloads,
    pages,
    registration,
    results,
)

app_name = "planning"

_ONE, _ITEM = "programmes/<int:pk>/", "programmes/items/<int:pk>/"
PROGRAMMES: list[URLPattern] = [
    path("programmes/", pages.index, name="programmes"),
    path("programmes/open/", pages.open_programme, name="open_programme"),
    path(_ONE, pages.detail, name="programme"),
    path(f"{_ONE}register/", registration.registration, name="registration"),
    path(f"{_ONE}register/paste/", registration.paste_items, name="paste_items"),
    path(f"{_ONE}register/send/", registration.complete_registration, name="send_registration"),
    path(f"{_ONE}register/<int:item>/", registration.take_up, name="take_up"),
    path(f"{_ONE}arrange/", arranging.arrange, name="arrange"),
    path(f"{_ONE}arrange/pick/", arranging.pick, name="pick_items"),
    path(f"{_ONE}urge/", arranging.urge, name="urge"),
    path(f"{_ONE}approval/", deciding.approval, name="approval"),
    path(f"{_ONE}return/", deciding.return_programme, name="return_programme"),
    path(f"{_ONE}do/<slug:verb>/", deciding.press, name="programme_move"),
    path(f"{_ONE}changes/", deciding.changes, name="changes"),
    path(f"{_ONE}changes/add/", deciding.ask_addition, name="ask_addition"),
    path("programmes/changes/<int:pk>/", deciding.decide_change, name="decide_change"),
    path(f"{_ONE}results/", results.results, name="results"),
    path(f"{_ONE}results/<int:unit>/<slug:count>/", results.behind, name="results_behind"),
    path(
        f"{_ONE}results/person/<int:person>/<slug:count>/",
        results.behind_person,
        name="results_behind_person",
    ),
    path(f"{_ONE}compare/", results.compare, name="compare"),
    path(f"{_ONE}file/<slug:kind>/", downloads.programme_file, name="programme_file"),
    path(_ITEM, pages.item, name="item"),
    path(f"{_ITEM}edit/", registration.edit_item, name="edit_item"),
    path(f"{_ITEM}withdraw/", registration.withdraw, name="withdraw"),
    path(f"{_ITEM}decline/", arranging.decline, name="decline"),
    path(f"{_ITEM}do/<slug:verb>/", arranging.press, name="item_move"),
    path(f"{_ITEM}move/", deciding.ask_move, name="ask_move"),
    path(f"{_ITEM}drop/", deciding.ask_drop, name="ask_drop"),
    path(f"{_ITEM}explain/", results.explain, name="explain"),
]
ENTRY = "weeks/entries/<int:pk>/"
WEEKS: list[URLPattern] = [
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
RECURRING: list[URLPattern] = [
    path("recurring/", recurring.index, name="recurring"),
    path("recurring/set_up/", recurring.set_up, name="set_up_duty"),
    path("recurring/preview/", recurring.preview, name="preview_duty"),
    path("recurring/<int:pk>/", recurring.detail, name="recurring_duty"),
    path("recurring/<int:pk>/edit/", recurring.edit, name="edit_duty"),
    path("recurring/<int:pk>/<str:verb>/", recurring.move, name="move_duty"),
]

urlpatterns: list[URLPattern] = [*RECURRING, *PROGRAMMES, *WEEKS]
