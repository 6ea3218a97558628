"""Addresses of the room agencies."""

from django.urls import path

from dondoc.agencies import views

app_name = "agencies"
urlpatterns = [
    path("seats/", views.seats, name="seats"),
    path("seats/<int:pk>/choose/", views.choose_seat, name="seat"),
]
