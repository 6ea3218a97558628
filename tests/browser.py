"""A person before a screen: goes, presses, writes, and meets no barrier on any page."""

import os
import re
from itertools import count
from pathlib import Path
from typing import Any

from django.conf import settings

ARGUMENTS = [
    "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
AXE = settings.ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
DESK, PHONE = (1440, 900), (390, 844)
MAIN = "main"
WIDE = "Math.max(0, document.documentElement.scrollWidth - innerWidth)"
TWICE = """[...document.querySelectorAll('[id]')].map(e => e.id)
  .filter((id, n, all) => all.indexOf(id) < n)"""
"""Names given to two things of a page: scripts and links would find the wrong one."""
shots = count(1)


def barriers(page: Any, also: list[str] | None = None) -> list[tuple[str, Any]]:
    """What axe finds against a page: the rule, and the first place that breaks it."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(f"axe.run({{runOnly: {[*RULES, *(also or [])]}}})")["violations"]
    return [(rule["id"], rule["nodes"][0]["target"]) for rule in found]


def pattern(words: str, flags: int = 0) -> re.Pattern[str]:
    """These words in whatever stands around them; a slash would end the browser's own pattern."""
    return re.compile(re.escape(words).replace("/", r"\/"), flags)


class Screen:
    """One person's browser on a desk or a phone."""

    def __init__(self, browser: Any, home: str, size: tuple[int, int]) -> None:
        self.home, self.width, self.taps, self.seen = home, size[0], 0, 0
        self.wrong: list[str] = []
        self.context = browser.new_context(
            viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce",
            has_touch=size == PHONE, is_mobile=size == PHONE, accept_downloads=True,
        )  # fmt: skip
        self.page = self.context.new_page()
        self.page.set_default_timeout(60_000)
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))

    def _hear(self, said: Any) -> None:
        if said.type == "error":
            self.wrong.append(said.text)

    def sign_in(self, username: str, password: str, heading: str) -> None:
        """Through the door that everyone uses, to the page his seat begins with."""
        self.go("/login/")
        self.pass_door(username, password)
        self.see(heading)

    def pass_door(self, username: str, password: str) -> None:
        """At the door: says who he is, and is let in to where he wanted to go."""
        self.page.fill("input[name=login]", username)
        self.page.fill("input[name=password]", password)
        self.press("Đăng nhập")
        self.page.wait_for_url(lambda url: "/login/" not in url)

    def go(self, path: str) -> None:
        """By the address, as from a bookmark."""
        self.page.goto(self.home + path)

    def press(self, label: str, within: str = MAIN) -> None:
        """Presses the first link or button that says so."""
        where, words = self.page.locator(within), pattern(label)
        link, button = (where.get_by_role(role, name=words) for role in ("link", "button"))
        link.or_(button).locator("visible=true").first.click()
        self.taps += 1

    def agree(self) -> None:
        """Answers the question that stands before a deed."""
        self.page.locator("#confirm-dialog [data-confirm-yes]").click()
        self.taps += 1

    def write(self, label: str, words: str, within: str = MAIN) -> None:
        """Fills in the field with this label."""
        field = self.page.locator(within).get_by_label(pattern(label, re.IGNORECASE))
        field.locator("visible=true").first.fill(words)

    def see(self, heading: str, told: str = "") -> None:
        """The page with this heading, perhaps with a word of what was done, without a barrier."""
        title = self.page.locator("h1", has_text=heading)
        title.first.wait_for()
        if told:
            self.page.locator(".dd-alert", has_text=told).first.wait_for()
        self.page.wait_for_load_state("load")
        self.examine()

    def examine(self) -> None:
        """Everyone can read the page, none of it lies beyond the edge, nothing broke in it."""
        self.keep_picture()
        self.seen += 1
        where = self.page.url.removeprefix(self.home)
        self.page.evaluate("scrollTo(0, 0)")  # what lies under the top bar is no barrier
        twice, wide = self.page.evaluate(TWICE), self.page.evaluate(WIDE)
        met = (barriers(self.page), twice, wide, self.wrong)
        assert met == ([], [], 0, []), f"{where}: {met}"

    def keep_picture(self) -> None:
        """A picture of the page, where somebody wants to look at them later."""
        if not os.environ.get("DONDOC_PICTURES"):
            return
        folder = Path(settings.HOME) / "pictures" / str(self.width)
        folder.mkdir(parents=True, exist_ok=True)
        name = re.sub(r"\W+", "-", self.page.url.removeprefix(self.home)).strip("-")[:60]
        self.page.screenshot(path=folder / f"{next(shots):03}-{name}.png", full_page=True)

    def fetch(self, label: str) -> bytes:
        """Downloads what the link leads to."""
        with self.page.expect_download() as coming:
            self.press(label)
        return Path(coming.value.path()).read_bytes()

    def leave(self) -> None:
        self.keep_picture()
        self.context.close()
