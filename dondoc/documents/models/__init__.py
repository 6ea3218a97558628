"""The nouns of the room: documents and their pages, files, and what was handed in to be read."""

from dondoc.documents.models.documents import (
    Document,
    DocumentPage,
    Register,
    StoredFile,
    Type,
    Urgency,
)
from dondoc.documents.models.hand_ins import HandIn

__all__ = ["Document", "DocumentPage", "HandIn", "Register", "StoredFile", "Type", "Urgency"]
