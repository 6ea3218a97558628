"""What may be among the parts of an Office file, before Office's readers see it."""

import re
import zipfile
from xml.etree import ElementTree

from dondoc.documents.archive_guard import bomb, checked_entries, damaged, unpacked
from dondoc.documents.filenames import FileRefused

MAX_SMALL_PART = 1024 * 1024  # bytes of [Content_Types].xml and relations, which are read whole
_OVERLAP = 256

_TYPES = "[content_types].xml"
_MAIN_TYPES = {
    "docx": "officedocument.wordprocessingml.document.main+xml",
    "xlsx": "officedocument.spreadsheetml.sheet.main+xml",
}
_MANIFEST = "meta-inf/manifest.xml"
_OPEN_TEXT = b"application/vnd.oasis.opendocument.text"
_MACROS = re.compile(r"vbaproject|vbadata|/macrosheets/|\.(?:docm|dotm|xlsm|xltm|xlam)$")
_MACRO_TYPES = re.compile(r"macroEnabled|vbaProject|macrosheet", re.IGNORECASE)
_EMBEDDED = re.compile(r"oleobject|/activex/|/embeddings/(?!.*\.(?:xlsx|docx|pptx)$)")
_LIVE_WORDS = (b"<!DOCTYPE", b"<!ENTITY", b"ddeLink")
_DDE_FIELD = re.compile(rb"instrText[^>]{0,40}>\s{0,20}DDE", re.IGNORECASE)  # bounded: it is fast
_ENCODING = re.compile(rb"""<\?xml[^>]*encoding\s*=\s*["']\s*([\w-]+)""")
_OUTSIDE_FORMS = ("attachedTemplate", "subDocument", "frame")
_EMBEDDINGS = ("oleObject", "aFChunk", "control", "vbaProject")
_OWN_DISK = re.compile(r"(?:file:/{2,3})?[a-z]:[\\/]|[^:/\\]+$", re.IGNORECASE)


def check_docx(content: bytes) -> None:
    """Refuses a Word file that is broken, a bomb, locked, or carries macros or other files."""
    _check_package(content, "docx")


def check_xlsx(content: bytes) -> None:
    """Refuses an Excel file that is broken, a bomb, locked, or carries macros or other files."""
    _check_package(content, "xlsx")


def check_odt(content: bytes) -> None:
    """Refuses an OpenDocument text that is broken, a bomb, locked, or carries macros."""
    entries = checked_entries(content)
    for entry in entries:
        name = entry.filename.casefold()
        if name.startswith(("basic/", "scripts/", "dialogs/")):
            raise _has_macros()
        tail = b""
        for chunk in unpacked(entry, content):
            if name.endswith((".xml", ".rdf")):
                _check_xml(chunk, tail)
            if name == _MANIFEST and b"encryption-data" in tail + chunk:
                raise FileRefused("Đây là tệp có mật khẩu. Hãy bỏ mật khẩu rồi lưu và tải lên lại.")
            if name == "mimetype" and chunk != _OPEN_TEXT:
                raise damaged()
            tail = (tail + chunk)[-_OVERLAP:]
    if not {"mimetype", "content.xml"} <= {entry.filename for entry in entries}:
        raise damaged()


def check_doc(content: bytes) -> None:
    """Refuses an older Word file that is none, is locked, or carries macros or programs."""
    if _wide("WordDocument") not in content:
        raise FileRefused(
            "Nội dung tệp không phải .doc. Hãy mở bằng chương trình gốc và lưu lại thành .docx."
        )
    if _wide("EncryptedPackage") in content:
        raise FileRefused("Đây là tệp có mật khẩu. Hãy bỏ mật khẩu rồi lưu và tải lên lại.")
    if _wide("_VBA_PROJECT") in content or _wide("Macros") in content:
        raise _has_macros()
    if _wide("Ole10Native") in content:
        raise _has_embedded()


def _wide(name: str) -> bytes:
    """As the directory of an older Office file writes the names of its parts."""
    return name.encode("utf-16-le")


def _check_package(content: bytes, kind: str) -> None:
    entries = checked_entries(content)
    _check_part_names(entries)
    for entry in entries:
        _check_part(entry, content, kind)
    if _TYPES not in {entry.filename.casefold() for entry in entries}:
        raise damaged()


def _check_part_names(entries: list[zipfile.ZipInfo]) -> None:
    for name in (f"/{entry.filename.casefold()}" for entry in entries):
        if _MACROS.search(name):
            raise _has_macros()
        if _EMBEDDED.search(name):
            raise _has_embedded()


def _check_part(entry: zipfile.ZipInfo, content: bytes, kind: str) -> None:
    name = entry.filename.casefold()
    small = name == _TYPES or name.endswith(".rels")
    if small and entry.file_size > MAX_SMALL_PART:
        raise bomb()
    kept, tail = bytearray(), b""
    marked_up = name.endswith((".xml", ".rels", ".vml"))
    for chunk in unpacked(entry, content):
        marked_up = marked_up or (not tail and chunk.lstrip(b"\xef\xbb\xbf\r\n\t ")[:1] == b"<")
        if marked_up:
            _check_xml(chunk, tail)
        tail = (tail + chunk)[-_OVERLAP:]
        if small:
            kept += chunk
    if name == _TYPES:
        _check_types(bytes(kept), kind)
    elif small:
        _check_relations(bytes(kept))


def _check_xml(chunk: bytes, tail: bytes) -> None:
    if not tail:
        told = _ENCODING.search(chunk[:200])
        # another encoding could hide the words looked for below; Office writes UTF-8
        if chunk[:2] in (b"\xff\xfe", b"\xfe\xff") or (
            told and told[1].lower() not in (b"utf-8", b"us-ascii", b"ascii")
        ):
            raise damaged()
    if b"\x00" in chunk:
        raise damaged()
    joined = tail + chunk
    if any(word in joined for word in _LIVE_WORDS) or (
        b"instrText" in joined and _DDE_FIELD.search(joined)
    ):
        raise FileRefused(
            "Tệp có khai báo tự chạy hoặc tham chiếu ra ngoài nên không được nhận. "
            "Hãy mở bằng Word/Excel, bỏ các trường liên kết (DDE) và lưu lại."
        )


def _check_types(part: bytes, kind: str) -> None:
    types = {element.get("ContentType", "") for element in _parsed(part)}
    if any(_MACRO_TYPES.search(told) for told in types):
        raise _has_macros()
    if not any(told.endswith(_MAIN_TYPES[kind]) for told in types):
        raise FileRefused(
            f"Nội dung tệp không phải .{kind}. Hãy mở bằng chương trình gốc "
            f"và lưu lại thành .{kind}."
        )


def _check_relations(part: bytes) -> None:
    for relation in _parsed(part):
        form = relation.get("Type", "").rpartition("/")[2]
        # a template on the writer's own disk is Word's habit; one on the network is a trap
        away = relation.get("TargetMode") == "External" and not _OWN_DISK.match(
            relation.get("Target", "")
        )
        if form in _OUTSIDE_FORMS and away:
            raise FileRefused(
                "Tệp gọi tới mẫu ở nơi khác trên mạng nên không được nhận. Hãy sao chép "
                "nội dung sang tệp mới rồi lưu và tải lên."
            )
        if form in _EMBEDDINGS:
            raise _has_embedded()


def _parsed(part: bytes) -> ElementTree.Element:
    try:
        return ElementTree.fromstring(part)  # noqa: S314  at most 1 MB, entities refused above
    except (ElementTree.ParseError, ValueError, LookupError) as broken:
        raise damaged() from broken


def _has_macros() -> FileRefused:
    return FileRefused("Tệp có macro nên không được nhận. Hãy lưu lại bản không có macro.")


def _has_embedded() -> FileRefused:
    return FileRefused(
        "Tệp có đối tượng nhúng (OLE, ActiveX) nên không được nhận. "
        "Hãy bỏ đối tượng nhúng, hoặc dán thành ảnh, rồi lưu lại."
    )
