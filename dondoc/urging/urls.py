"""Addresses of the room urging."""

from django.urls import URLPattern, path

from dondoc.urging.views import ladder

app_name = "urging"

urlpatterns: list[URLPattern] = [
    path("urging/ladder/", ladder.ladder, name="ladder"),
    path("urging/ladder/edit/", ladder.set_ladder, name="set_ladder"),
]
