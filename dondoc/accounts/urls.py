"""Addresses of the room accounts; /login/ and /logout/ stand in config, under allauth's names."""

from django.urls import path

from dondoc.accounts import views

app_name = "accounts"
urlpatterns = [
    path("password/", views.password, name="password"),
    path("sessions/", views.sessions, name="sessions"),
    path("sessions/others/end/", views.end_other_sessions, name="end_other_sessions"),
    path("sessions/<int:pk>/end/", views.end_session, name="end_session"),
    path("keepalive/", views.keepalive, name="keepalive"),
]
