import pytest

from dondoc.documents.guard import Kind, inspect
from tests.documents.uploads import DIRECTIVE, PDF, refusal


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_from_any_vietnamese_editor_is_kept(encoding: str) -> None:
    assert inspect("a.txt", (DIRECTIVE * 3).encode(encoding)) is Kind.TXT


def test_windows_1258_is_kept_and_the_fonts_of_old_are_refused() -> None:
    tones_apart = "Uy\u0309 ban nhân dân quâ\u0323n"  # as Windows 98 stored it
    assert inspect("a.txt", tones_apart.encode("cp1258")) is Kind.TXT
    assert "UTF-8" in refusal(
        "a.txt", b"\xf1y ban nh\xa9n d\xa9n qu\xcbn, s\xe8 12, ng\xb5y \xae\xb9i"
    )


@pytest.mark.parametrize(
    "content", [b"MZ\x90\x00\x03" * 9, b"abc\x00def", b"\x89PNG\r\n\x1a\n", PDF]
)
def test_a_binary_called_txt_is_refused(content: bytes) -> None:
    refusal("a.txt", content)


@pytest.mark.parametrize("page", ["<!DOCTYPE html><p>", " <script>1</script>", "<svg onload=x>"])
def test_a_web_page_called_txt_is_refused(page: str) -> None:
    assert "trang web" in refusal("a.txt", page.encode())
