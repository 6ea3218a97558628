"""Runs the whole suite: on SQLite always, on PostgreSQL where a server can be started here."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTEST = [str(ROOT / ".venv" / "bin" / "python"), "-m", "pytest", "-n", "2", "--dist", "loadfile"]


def main() -> int:
    """The exit code of the first run that failed, or 0."""
    with tempfile.TemporaryDirectory(prefix="dondoc-test-") as home:
        env = {**os.environ, "DONDOC_HOME": home, "DONDOC_DATABASE_URL": ""}
        print("▸ SQLite", flush=True)
        failed = subprocess.run([*PYTEST, *sys.argv[1:]], cwd=ROOT, env=env, check=False).returncode
        if failed or (url := os.environ.get("DONDOC_TEST_DATABASE_URL", "")) == "none":
            return failed
        with postgres(Path(home), url) as address:
            if address is None:
                print("△ bỏ qua PostgreSQL: không có máy chủ (sudo apt install postgresql)")
                return 0
            print("▸ PostgreSQL", flush=True)
            env["DONDOC_DATABASE_URL"] = address
            of_the_database = sys.argv[1:] or ["--ignore", "tests/rules"]  # rules have none
            command = [*PYTEST, "-m", "not browser", *of_the_database]
            return subprocess.run(command, cwd=ROOT, env=env, check=False).returncode


@contextmanager
def postgres(home: Path, given: str) -> Iterator[str | None]:
    """The address of a server: the one given, or a throw-away one of our own."""
    if given:
        yield given
        return
    tools = newest_postgres()
    if tools is None:
        yield None
        return
    data, port = home / "pg", free_port()
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if as_user:
        home.chmod(0o755)
        data.mkdir()
        shutil.chown(data, "postgres")
    quiet = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": "/"}
    options = f"-p {port} -k {data} -c listen_addresses=127.0.0.1 -c fsync=off"
    subprocess.run(
        [
            *as_user,
            tools / "initdb",
            "-D",
            data,
            "-A",
            "trust",
            "-U",
            "postgres",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
        ],
        **quiet,
    )
    subprocess.run([*as_user, tools / "pg_ctl", "-D", data, "-w", "-o", options, "start"], **quiet)
    try:
        yield f"postgres://postgres@127.0.0.1:{port}/postgres"
    finally:
        subprocess.run([*as_user, tools / "pg_ctl", "-D", data, "-m", "immediate", "stop"], **quiet)


def newest_postgres() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else None


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    sys.exit(main())
