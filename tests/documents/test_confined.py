import subprocess
from pathlib import Path
from typing import Any

import pytest

from dondoc.documents import confined
from dondoc.documents.confined import ExtractionFailed


def test_a_reader_that_never_ends_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined, "WALL_SECONDS", 0.01)
    with pytest.raises(ExtractionFailed, match="quá lâu"):
        confined.run_confined("dondoc.documents.reader", "read_txt", "/dev/null")


def test_the_child_knows_no_secret_writes_no_file_and_has_little_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DONDOC_SECRET_KEY", "bí mật")
    spy = tmp_path / "spy.py"
    spy.write_text(
        "import os, resource, sys\n"
        "from dondoc.documents.confined import serve_confined\n"
        "serve_confined(lambda: {'env': sorted(os.environ), 'memory':"
        " resource.getrlimit(resource.RLIMIT_AS)[0], 'cpu':"
        " resource.getrlimit(resource.RLIMIT_CPU)[0], 'file':"
        " resource.getrlimit(resource.RLIMIT_FSIZE)[0]})\n"
    )
    real = confined.subprocess.Popen

    def start(command: list[str], **options: Any) -> Any:
        return real([*command[: command.index("-m")], str(spy)], **options)

    monkeypatch.setattr(confined.subprocess, "Popen", start)
    told = confined.run_confined("spy")
    assert "DONDOC_SECRET_KEY" not in told["env"]
    assert set(told["env"]) <= {"LANG", "LC_CTYPE"}
    assert (told["memory"], told["cpu"], told["file"]) == (512 * 1024**2, 10, 0)


def test_the_readers_never_load_in_the_web_process() -> None:
    code = (
        "import sys, dondoc.documents.extraction, dondoc.documents.sheets, dondoc.documents.guard\n"
        "parsers = ('docx', 'pypdfium2', 'PIL', 'python_calamine', 'django')\n"
        "print([m for m in parsers if m in sys.modules])"
    )
    done = subprocess.run(
        [confined.sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
