import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.documents.guard import safe_name


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("Công văn 12.docx", "Công văn 12.docx"),
        (unicodedata.normalize("NFD", "Ủy ban.pdf"), "Ủy ban.pdf"),
        ("C:\\Users\\An\\báo cáo.pdf", "báo cáo.pdf"),
        ("../../etc/passwd", "passwd"),
        ("cv\u202efdp.exe", "cvfdp.exe"),
        ("a\x00b\nc.txt", "ab c.txt"),
        ('a<b>"c?.txt', "a_b__c_.txt"),
        ("  .. ", "tep"),
        ("CON.txt", "tep_CON.txt"),
    ],
)
def test_a_name_is_made_harmless(given_name: str, kept: str) -> None:
    assert safe_name(given_name) == kept


def test_a_very_long_name_keeps_its_extension() -> None:
    kept = safe_name("ế" * 400 + ".docx")
    assert len(kept) == 150
    assert kept.endswith(".docx")


@given(st.text(max_size=300))
def test_no_name_keeps_a_path_an_unseen_letter_or_grows_on_a_second_wash(name: str) -> None:
    kept = safe_name(name)
    assert 0 < len(kept) <= 150
    assert not set(kept) & set('/\\<>:"|?*')
    assert all(unicodedata.category(letter) not in {"Cc", "Cf", "Cs"} for letter in kept)
    assert safe_name(kept) == kept
