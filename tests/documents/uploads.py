"""Ordinary uploads, and what a person is told when one is refused."""

import pytest

from dondoc.documents.guard import FileRefused, inspect
from tests.documents.made_files import excel, pdf, word

DIRECTIVE = "Giao Sở Xây dựng chủ trì, hoàn thành trước ngày 30/6/2022."
WORD = word(DIRECTIVE)
EXCEL = excel(("Số", "Nội dung", "Hạn"), (1, DIRECTIVE, "30/6/2022"))
PDF = pdf(DIRECTIVE)
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refusal(name: str, content: bytes) -> str:
    """The words with which the guard refuses this file."""
    with pytest.raises(FileRefused) as refused:
        inspect(name, content)
    return str(refused.value)
