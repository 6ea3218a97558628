"""Of a state secret nothing but the number is written down (Luật 117/2025, Đ5)."""

from dondoc.documents.models import Document
from dondoc.workflow import Refused


def words_by_number(document: Document) -> str:
    """All that is said of a secret paper: which one is meant."""
    issuer = f" của {document.issuer}" if document.issuer else ""
    day = f" ngày {document.issued_on:%d/%m/%Y}" if document.issued_on else ""
    number = document.number or "chưa có số"
    return f"Thực hiện văn bản mật số {number}{day}{issuer}; nội dung xem tại bản giấy."


def require_open_words(document: Document | None, content: str, product: str) -> None:
    """Refuses any word of its own in a task that follows a secret paper."""
    if document is None or not document.number_only:
        return
    if content.strip() != words_by_number(document) or product.strip():
        raise Refused("Văn bản mật: chỉ giao việc theo số, không ghi nội dung vào hệ thống.")
