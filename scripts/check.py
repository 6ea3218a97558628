"""Every check that needs no test: form, types, floors, templates, migrations, docs."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = ROOT / ".venv" / "bin"

CHECKS = (
    ("ruff check", [BIN / "ruff", "check", "."]),
    ("ruff format", [BIN / "ruff", "format", "--check", "-q", "."]),
    ("mypy --strict", [BIN / "mypy"]),
    ("các tầng của ngôi nhà", [BIN / "lint-imports"]),
    ("mẫu trang", [BIN / "djlint", "--lint", "--quiet", "dondoc"]),
    ("migrations", [BIN / "python", "manage.py", "makemigrations", "--check", "--dry-run"]),
    ("django check", [BIN / "python", "manage.py", "check", "--fail-level", "WARNING"]),
    ("docs/workflows.md", [BIN / "dondoc", "workflows", "--check", "docs/workflows.md"]),
)


def main() -> int:
    """Runs all, shows what failed, and fails if any did."""
    failed = [name for name, command in CHECKS if not passes(name, [str(c) for c in command])]
    if failed:
        print(f"✗ không đạt: {', '.join(failed)}")
    return 1 if failed else 0


def passes(name: str, command: list[str]) -> bool:
    """Silent when all is well; the tool's own words when not."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    print(f"{'✓' if done.returncode == 0 else '✗'} {name}", flush=True)
    if done.returncode:
        print(done.stdout, done.stderr, sep="\n")
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
