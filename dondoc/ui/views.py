"""The pages of the look itself: help, and in development the gallery of components."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from dondoc.ui.gallery import PAGES, matter


def help_page(request: HttpRequest) -> HttpResponse:
    """What colours, states and keys mean; open to anyone."""
    return render(request, "ui/help.html")


def gallery(request: HttpRequest, page: str = "") -> HttpResponse:
    """Every component in every state, or one of the example pages made of them."""
    if page not in PAGES:
        raise Http404(page)
    return render(request, PAGES[page], matter())
