"""One way to write a text for looking it up: no marks, no đ, lower case, single blanks."""

import unicodedata

_PLAIN = str.maketrans(dict.fromkeys("đĐðÐ", "d"))  # ð: how older files print đ


def fold(text: str) -> str:
    """'Đường ĐIỆN  Biên' → 'duong dien bien', from NFC or NFD alike."""
    marked = unicodedata.normalize("NFD", text.translate(_PLAIN))
    bare = "".join(letter for letter in marked if not unicodedata.combining(letter))
    return " ".join(bare.casefold().split())
