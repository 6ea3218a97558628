"""Identifiers of bodies in electronic document exchange (QĐ 20/2020/QĐ-TTg, Điều 4)."""

import re

LONGEST = 35
NEW = re.compile(r"[A-Y]\d{2}(\.[A-Z0-9]{1,10}){0,10}")
OLD = re.compile(r"\d{3}\.\d{2}\.\d{2}\.[A-Y]\d{2}")


def is_identifier(text: str) -> bool:
    """'H17.1.5': groups by dots, the first a letter A–Y and two digits; 35 letters at most."""
    return len(text) <= LONGEST and NEW.fullmatch(text) is not None


def is_old_identifier(text: str) -> bool:
    """'000.00.00.H41': the form in use before, read from right to left."""
    return OLD.fullmatch(text) is not None
