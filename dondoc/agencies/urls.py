"""Addresses of the room agencies."""

from django.urls import path

from dondoc.agencies.views import administration, audit, bodies, directory, people, seats

app_name = "agencies"
urlpatterns = [
    path("seats/", seats.seats, name="seats"),
    path("seats/<int:pk>/choose/", seats.choose_seat, name="seat"),
    path("seats/<int:pk>/delegate/", seats.delegate, name="delegate"),
    path("seats/<int:pk>/end/", seats.end_seat, name="end_seat"),
    path("seats/<int:pk>/charge/", seats.put_in_charge, name="put_in_charge"),
    path("agencies/", directory.listing, name="list"),
    path("agencies/<int:pk>/", directory.detail, name="detail"),
    path("agencies/<int:pk>/establish/", bodies.establish, name="establish"),
    path("agencies/<int:pk>/rename/", bodies.rename, name="rename"),
    path("agencies/<int:pk>/describe/", bodies.describe, name="describe"),
    path("agencies/<int:pk>/move/", bodies.move_under, name="move_under"),
    path("agencies/<int:pk>/dissolve/", bodies.dissolve, name="dissolve"),
    path("agencies/<int:pk>/successors/", bodies.name_successors, name="name_successors"),
    path("agencies/<int:pk>/aliases/", bodies.keep_alias, name="keep_alias"),
    path("agencies/<int:pk>/aliases/forget/", bodies.forget_alias, name="forget_alias"),
    path("agencies/<int:pk>/fields/", bodies.set_fields, name="set_fields"),
    path("agencies/<int:pk>/fields/new/", bodies.found_field, name="found_field"),
    path("agencies/<int:pk>/appoint/", bodies.appoint, name="appoint"),
    path("agencies/<int:pk>/newcomer/", people.newcomer, name="newcomer"),
    path("people/", people.people, name="people"),
    path("people/<int:pk>/", people.person, name="person"),
    path("people/<int:pk>/reset/", people.reset, name="reset"),
    path("people/<int:pk>/disable/", people.disable, name="disable"),
    path("people/<int:pk>/enable/", people.enable, name="enable"),
    path("administration/", administration.administration, name="administration"),
    path("administration/rules/", administration.rules, name="rules"),
    path("administration/calendar/", administration.calendar, name="calendar"),
    path("administration/calendar/remove/", administration.remove_day, name="remove_day"),
    path("audit/", audit.audit, name="audit"),
]
