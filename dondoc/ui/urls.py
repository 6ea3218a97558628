"""Addresses of the room ui."""

from django.urls import URLPattern

app_name = "ui"
urlpatterns: list[URLPattern] = []
