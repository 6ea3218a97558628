"""`dondoc bench`: measures this checkout on this machine."""

import json
import os
from dataclasses import asdict
from pathlib import Path

import click

from dondoc.config.commands import cli

ROOT = Path(__file__).resolve().parents[3]


@cli.command()
@click.option("--tasks", default=100_000, show_default=True, help="Số nhiệm vụ.")
@click.option(
    "--home", type=click.Path(path_type=Path), help="Nơi giữ dữ liệu đo (mặc định var/bench)."
)
@click.option("--json", "as_json", is_flag=True, help="In JSON.")
def command(tasks: int, home: Path | None, as_json: bool) -> None:
    """Đo thời gian phục vụ trên dữ liệu lớn, in cạnh mức sàn của SQL thuần."""
    if not (ROOT / "bench").is_dir():
        raise cli.Failed("Chỉ đo được trong bản mã nguồn (có thư mục bench/).")
    os.environ["DONDOC_HOME"] = str(home or ROOT / "var" / f"bench-{tasks}")
    import sys

    sys.path.insert(0, str(ROOT))
    import django

    django.setup()
    from django.core.management import call_command

    from bench import data, measure
    from dondoc.tasks.models import Task

    call_command("migrate", verbosity=0)
    if not Task.objects.exists():
        data.fill(tasks)
    results = measure.measure()
    if as_json:
        click.echo(json.dumps([asdict(result) for result in results], ensure_ascii=False))
        return
    click.echo(f"{'việc':<28}{'p50 ms':>9}{'p95 ms':>9}{'truy vấn':>10}{'sàn SQL ms':>12}")
    for r in results:
        click.echo(f"{r.name:<28}{r.p50:>9.1f}{r.p95:>9.1f}{r.queries:>10}{r.floor:>12.1f}")
