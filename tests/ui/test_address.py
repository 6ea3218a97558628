"""A link of a list keeps what the reader has already chosen."""

from django.test import RequestFactory

from dondoc.ui.address import address

LIST = RequestFactory().get("/viec/", {"state": "under_way", "page": "3"})


def test_sorting_keeps_the_filters_and_returns_to_the_first_page() -> None:
    assert address(LIST, sort="-deadline", page=None) == "/viec/?state=under_way&sort=-deadline"


def test_dropping_the_last_filter_leaves_the_bare_address() -> None:
    assert address(LIST, state="", page=None) == "/viec/"


def test_an_accented_word_is_written_so_that_it_can_be_read_back() -> None:
    there = address(RequestFactory().get("/tim/"), q="Đà Nẵng")
    assert RequestFactory().get(there).GET["q"] == "Đà Nẵng"
