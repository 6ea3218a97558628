"""Files people might upload, good and bad, built here byte by byte."""

import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import typst
import xlsxwriter
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

import dondoc.documents

FONTS = Path(dondoc.documents.__file__).parent / "fonts"


def word(*paragraphs: str, also: Callable[[Any], object] = lambda document: None) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    also(document)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def excel(*rows: tuple[object, ...]) -> bytes:
    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet("Văn bản")
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    return stream.getvalue()


def pdf(source: str) -> bytes:
    """A real PDF by typst; Tinos where the fonts were built, typst's own font otherwise."""
    page = '#set page(paper: "a4")\n#set text(font: ("Tinos", "Libertinus Serif"), lang: "vi")\n'
    return typst.compile((page + source).encode(), font_paths=[str(FONTS)])


def plain_pdf(*objects: str, trailer: str = "") -> bytes:
    """A PDF whose objects are written in the open: 1 the catalog, 2 the pages, then yours."""
    whole = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>", *objects]
    body, places = "%PDF-1.7\n", []
    for number, content in enumerate(whole, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    body += f"xref\n0 {len(whole) + 1}\n0000000000 65535 f \n{table}"
    body += f"trailer << /Size {len(whole) + 1} /Root 1 0 R {trailer} >>\nstartxref\n0\n%%EOF\n"
    return body.encode("latin-1")


def drawn_pdf(drawing: str) -> bytes:
    """One A4 page drawn by these operators; /F1 and /F2 are two typefaces of one shape."""
    face = "<< /Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding /BaseFont /Helvetica >>"
    page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources "
    page += "<< /Font << /F1 5 0 R /F2 6 0 R >> >> >>"
    stream = f"<< /Length {len(drawing)} >>\nstream\n{drawing}\nendstream"
    made = plain_pdf(page, stream, face, face)
    return made.replace(b"/Kids [] /Count 0", b"/Kids [3 0 R] /Count 1")


def repacked(
    content: bytes,
    add: dict[str, bytes] | None = None,
    change: dict[str, Callable[[bytes], bytes]] | None = None,
    also: Callable[[zipfile.ZipFile], object] = lambda archive: None,
) -> bytes:
    """The same archive with parts added or changed."""
    stream = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, (change or {}).get(name, lambda same: same)(part))
        for name, part in (add or {}).items():
            new.writestr(name, part)
        also(new)
    return stream.getvalue()


def related(form: str, target: str, mode: str = "External") -> Callable[[bytes], bytes]:
    """Adds a relation to a .rels part."""
    line = (
        '<Relationship Id="rIdx" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'relationships/{form}" Target="{target}" TargetMode="{mode}"/></Relationships>'
    )
    return lambda part: part.replace(b"</Relationships>", line.encode())


def lying(content: bytes, name: str, told: int) -> bytes:
    """The archive says the part has another unpacked length than it has."""
    changed = bytearray(content)
    with zipfile.ZipFile(BytesIO(content)) as archive:
        entry = archive.getinfo(name)
    struct.pack_into("<I", changed, entry.header_offset + 22, told)
    at = content.index(b"PK\x01\x02")
    while content[at + 46 :][: len(name)] != name.encode():
        at = content.index(b"PK\x01\x02", at + 4)
    struct.pack_into("<I", changed, at + 24, told)
    return bytes(changed)


def png(width: int = 4, height: int = 3) -> bytes:
    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\x00" + b"\xff\x00\x00" * 4) * 3)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


def jpeg(width: int = 4, height: int = 3) -> bytes:
    app = b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8" + app + frame + b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\x12\xff\xd9"


def webp(width: int = 4, height: int = 3) -> bytes:
    body = b"WEBPVP8X" + struct.pack("<I", 10) + b"\x00" * 4
    body += (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"RIFF" + struct.pack("<I", len(body)) + body


def tiff(*sizes: tuple[int, int], turns_back: bool = False) -> bytes:
    """Pages of these sizes, 4 × 3 unless told, without any dots."""
    pages = sizes or ((4, 3),)
    body = b"II*\x00" + struct.pack("<I", 8)
    for number, (width, height) in enumerate(pages, 1):
        entries = struct.pack("<HHII", 256, 4, 1, width) + struct.pack("<HHII", 257, 4, 1, height)
        last = number == len(pages)
        following = (8 if turns_back else 0) if last else len(body) + 2 + len(entries) + 4
        body += struct.pack("<H", 2) + entries + struct.pack("<I", following)
    return body


def open_text(**more: bytes) -> bytes:
    """The least an OpenDocument text holds."""
    parts = {
        "mimetype": b"application/vnd.oasis.opendocument.text",
        "content.xml": b"<office/>",
        "META-INF/manifest.xml": b"<manifest/>",
    }
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, part in (parts | more).items():
            archive.writestr(name.replace("__", "/"), part)
    return stream.getvalue()


def xml(source: str) -> Any:
    return parse_xml(source.replace(">", f" {nsdecls('w')}>", 1))
