"""Addresses of the room remedies."""

from django.urls import URLPattern

app_name = "remedies"
urlpatterns: list[URLPattern] = []
