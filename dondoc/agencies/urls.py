"""Addresses of the room agencies."""

from django.urls import URLPattern

app_name = "agencies"
urlpatterns: list[URLPattern] = []
