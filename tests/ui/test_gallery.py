"""Every component can be read by everyone: light and dark, desk and phone, narrow and printed."""

import re
from collections.abc import Iterator
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings
from django.test import RequestFactory

from dondoc.config.menu import links
from dondoc.config.templates import environment
from dondoc.ui.gallery import PAGES, matter
from tests.browser import barriers

ERRORS = ("403.html", "404.html", "409.html", "429.html", "500.html", "refused.html")
STATIC = settings.ROOT / "dondoc" / "ui" / "static"
CSP = "default-src 'self'; img-src 'self' data:"


@cache
def written(template: str) -> str:
    """The page as the house writes it, without a database."""
    request = RequestFactory().get("/ui/tasks/", {"sort": "deadline", "timeliness": "overdue"})
    told = {"title": "done", "message": "Đã gửi.", "level_tag": "success", "extra_tags": "k-0"}
    frame = {
        "links": links(),
        "request": request,
        "csrf_input": "",
        "idle": SimpleNamespace(seconds=900, keepalive_url="/song/"),
        "messages": [SimpleNamespace(**told)],
        "words": "Việc này đã được xác nhận.",
        "status": 409,
    }
    return environment().get_template(template).render(**matter(), **frame)


@pytest.mark.parametrize("template", [*PAGES.values(), *ERRORS, "ui/help.html"])
def test_no_page_carries_style_or_script_inside_itself(template: str) -> None:
    page = written(template)
    assert not re.search(r"\sstyle=|<style|\son\w+=|<script(?![^>]*\ssrc=)", page)


def test_the_error_page_of_a_broken_server_needs_nothing() -> None:
    assert "Máy chủ gặp lỗi" in environment().get_template("500.html").render()


def test_every_icon_that_a_page_uses_is_in_the_sprite() -> None:
    sprite = (STATIC / "build" / "icons.svg").read_text(encoding="utf-8")
    asked = {
        name
        for page in PAGES.values()
        for name in re.findall(r"icons\.svg#([\w-]+)", written(page))
    }
    assert asked
    assert not {name for name in asked if f'id="{name}"' not in sprite}


class House(SimpleHTTPRequestHandler):
    """The gallery over HTTP, with the policy that the house sets."""

    def do_GET(self) -> None:
        if self.path.startswith("/static/"):
            self.path = self.path.removeprefix("/static")
            super().do_GET()
            return
        body = written(self.path.removeprefix("/")).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Security-Policy", CSP)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Silent."""


@pytest.fixture(scope="module")
def house() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(House, directory=str(STATIC))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def screen(browser: Any, width: int, scheme: str = "light") -> Any:
    return browser.new_page(
        viewport={"width": width, "height": 844}, color_scheme=scheme, reduced_motion="reduce"
    )


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_everyone_can_read_every_component(
    browser: Any, house: str, width: int, scheme: str
) -> None:
    page = screen(browser, width, scheme)
    for template in (*PAGES.values(), "404.html", "ui/help.html"):
        page.goto(f"{house}/{template}")
        assert barriers(page, also=["best-practice"]) == [], template
    page.close()


@pytest.mark.browser
def test_nothing_runs_out_of_a_screen_of_320_points(browser: Any, house: str) -> None:
    page = screen(browser, 320)
    for template in PAGES.values():
        page.goto(f"{house}/{template}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, template
    page.close()


@pytest.mark.browser
def test_what_was_typed_comes_back_after_the_page_is_lost(browser: Any, house: str) -> None:
    page = screen(browser, 390)
    page.goto(f"{house}/ui/gallery/update.html")
    page.fill("textarea[name=narrative]", "Đã chi trả 41 hộ.")
    page.reload()
    assert page.input_value("textarea[name=narrative]") == "Đã chi trả 41 hộ."
    assert "Đã khôi phục" in page.inner_text(".dd-draft")
    page.close()
