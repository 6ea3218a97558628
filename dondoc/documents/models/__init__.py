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
from dondoc.documents.models.papers import Issuable, PaperState, Printed, issued_with_files

__all__ = [
    "Document", "DocumentPage", "HandIn", "Issuable", "PaperState", "Printed", "Register",
    "StoredFile", "Type", "Urgency", "issued_with_files",
]  # fmt: skip
