"""`dondoc import`: brings tasks in from a sheet, previewed with --dry-run."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dondoc.config.commands import cli

if TYPE_CHECKING:
    from dondoc.agencies.models import Agency, Officer
    from dondoc.tasks.importing import Plan


@cli.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--committee", required=True, metavar="TÊN", help="UBND giao các nhiệm vụ.")
@click.option("--as", "username", required=True, metavar="TÊN", help="Tên đăng nhập người nhập.")
@click.option("--dry-run", is_flag=True, help="Chỉ xem trước, không ghi gì.")
@click.option("--partial", is_flag=True, help="Nhập các dòng khớp dù còn dòng không khớp đơn vị.")
@click.option("--update", is_flag=True, help="Sửa cả nội dung, phối hợp của nhiệm vụ đã có.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="Dạng kết quả.",
)  # fmt: skip
def command(
    file: Path, committee: str, username: str, dry_run: bool, partial: bool, update: bool, form: str
) -> None:
    """Nhập nhiệm vụ từ tệp Excel: tất cả, hoặc không dòng nào."""
    import django

    django.setup()
    from dondoc.database import clock
    from dondoc.documents.guard import FileRefused
    from dondoc.documents.sheets import ExtractionFailed
    from dondoc.tasks.importing import bring_in, plan_import
    from dondoc.workflow import Refused

    if not file.exists():
        raise cli.Failed(f"Không thấy tệp {file}.")
    now = clock.now()
    try:
        issuer, officer = _who(committee, username)
        plan = plan_import(
            file.read_bytes(), issuer=issuer, officer=officer, today=clock.day_of(now)
        )
        if plan.unmatched and not (dry_run or partial):
            _print(form, plan, [], dry_run)
            raise cli.Failed(
                f"{len(plan.unmatched)} tên đơn vị không khớp; chưa nhập dòng nào. Hãy sửa tên, "
                "ghi nhớ tên gọi trên trang nhập, hoặc thêm --partial."
            )
        made = [] if dry_run else bring_in(plan, by=officer, at=now, watching=_bar, revise=update)
    except (FileRefused, ExtractionFailed, Refused) as refusal:
        raise cli.Failed(str(refusal)) from refusal
    _print(form, plan, [task.code for task in made], dry_run)


def _bar(rows: Any) -> Any:
    with cli.progress(rows, "Nhập nhiệm vụ") as bar:
        yield from bar


def _who(committee: str, username: str) -> "tuple[Agency, Officer]":
    """The committee and the seat from which the person may give tasks in its name."""
    from dondoc.agencies.models import Agency, Officer
    from dondoc.agencies.roles import assigns_for
    from dondoc.database import clock

    issuer = Agency.objects.committees().filter(name=committee).first()
    if issuer is None:
        known = ", ".join(Agency.objects.committees().values_list("name", flat=True)[:5])
        raise cli.Failed(
            f"Không có UBND tên “{committee}”. Đang có: {known or 'chưa có UBND nào'}."
        )
    seats = Officer.objects.filter(user__username=username).seated_on(clock.today())
    for officer in seats.select_related("user", "agency__committee", "delegated_by__user"):
        if assigns_for(officer, issuer):
            return issuer, officer
    raise cli.Failed(f"“{username}” không giữ chức vụ được giao nhiệm vụ thay mặt {issuer.name}.")


def _print(form: str, plan: "Plan", codes: list[str], dry_run: bool) -> None:
    if form == "json":
        click.echo(json.dumps(_told(plan, codes, dry_run), ensure_ascii=False, indent=1))
        return
    from dondoc.tasks.importing.planning import LABELS

    for row in plan.rows:
        if row.words:
            click.echo(f"Dòng {row.line.row}: {row.label}: {'; '.join(row.words)}")
    for name, near in plan.unmatched.items():
        offered = "; ".join(body.name for body in near) or "không có tên gần giống"
        click.echo(f"“{name}” có thể là: {offered}")
    counts = ", ".join(f"{LABELS[kind].lower()} {n}" for kind, n in plan.counts.items())
    click.echo(f"{len(plan.rows)} dòng: {counts}.")
    click.echo("Xem trước, chưa nhập gì." if dry_run else f"Đã nhập {len(codes)} nhiệm vụ.")


def _told(plan: "Plan", codes: list[str], dry_run: bool) -> dict[str, Any]:
    return {
        "committee": plan.issuer.name,
        "sha256": plan.sha256,
        "dry_run": dry_run,
        "counts": plan.counts,
        "made": codes,
        "unmatched": {name: [b.name for b in near] for name, near in plan.unmatched.items()},
        "rows": [
            {
                "row": row.line.row,
                "outcome": row.outcome,
                "number": row.line.number,
                "content": row.line.content,
                "words": row.words,
            }
            for row in plan.rows
        ],
    }
