"""Older Word and OpenDocument files made .docx by LibreOffice, where it is installed.

It runs in the confined child, with a profile that is thrown away: no macros, no settings, no
recent files of anybody.
"""

import os
import shutil
import subprocess
from pathlib import Path

from dondoc.documents.confined import PATH, ExtractionFailed
from dondoc.documents.guard import Kind

RESULT = "result.docx"
_FILTERS = {Kind.DOC: "MS Word 97", Kind.ODT: "writer8"}  # else a broken file passes for text


def converted(kind: Kind, path: Path, folder: Path) -> None:
    """Leaves result.docx in the folder; fails in words where there is no LibreOffice."""
    program = shutil.which("soffice", path=PATH)
    if program is None:
        raise ExtractionFailed(
            f"Máy chủ chưa cài LibreOffice nên chưa đọc được tệp .{kind}. Hãy mở tệp, lưu lại "
            "thành .docx rồi tải lên; hoặc quản trị cài một lần: sudo apt install "
            "libreoffice-writer-nogui."
        )
    source = folder / f"result.{kind}"  # kept files have no extension, by which it chooses
    shutil.copyfile(path, source)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    quiet = ("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard")
    done = subprocess.run(  # noqa: S603  a program of the system
        [
            program,
            profile,
            *quiet,
            f"--infilter={_FILTERS[kind]}",
            "--convert-to",
            "docx",
            "--outdir",
            str(folder),
            str(source),
        ],
        capture_output=True,
        env={"PATH": PATH, "LANG": "C.UTF-8", "HOME": str(folder), "TMPDIR": str(folder)},
        cwd=os.sep,
        check=False,
    )
    if done.returncode or not (folder / RESULT).is_file():
        raise ExtractionFailed(
            f"Không mở được tệp .{kind}, có thể tệp bị hỏng hoặc có mật khẩu. "
            "Hãy mở tệp, lưu lại thành .docx rồi tải lên."
        )
