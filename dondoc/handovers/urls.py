"""Addresses of the room handovers."""

from django.urls import URLPattern, path

from dondoc.handovers.views import moves, pages

app_name = "handovers"

urlpatterns: list[URLPattern] = [
    path("handovers/", pages.index, name="list"),
    path("handovers/orphans/", pages.orphans, name="orphans"),
    path("handovers/draft/", moves.draft, name="draft"),
    path("handovers/draft/seat/<int:pk>/", moves.draft_of_seat, name="draft_of_seat"),
    path("handovers/draft/body/<int:pk>/", moves.draft_of_body, name="draft_of_body"),
    path("handovers/<int:pk>/", pages.detail, name="detail"),
    path("handovers/<int:pk>/protocol/<slug:kind>/", pages.paper, name="paper"),
    path("handovers/<int:pk>/<slug:verb>/", moves.move, name="move"),
    path("handovers/receipts/<int:pk>/sign/", moves.sign, name="sign"),
]
