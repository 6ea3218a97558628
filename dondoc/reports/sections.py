"""The text of a report as first drafted: a person edits it, the tables come from the figures."""

from collections import Counter
from collections.abc import Callable
from itertools import groupby
from typing import Any

from dondoc.database.clock import local
from dondoc.documents.letterheads import spoken
from dondoc.reports.figures import Figures, Line
from dondoc.rules.judging import Finding, Kind, in_words, moved
from dondoc.rules.wording import moment, thousands

MOST_OBSTACLES = 12
Part = dict[str, Any]


def drafted(figures: Figures, findings: list[Finding]) -> list[Part]:
    """Every section in order: key, heading, text."""
    return [
        {"key": key, "heading": heading, "text": write(figures, findings), "edited": False}
        for key, heading, write in SECTIONS
    ]


def redrafted(parts: list[Part], figures: Figures, findings: list[Finding]) -> list[Part]:
    """The sections over new figures; what people wrote themselves stays."""
    kept = {part["key"]: part for part in parts if part["edited"]}
    return [kept.get(part["key"], part) for part in drafted(figures, findings)]


def _overview(figures: Figures, findings: list[Finding]) -> str:
    all_, at = figures.total, moment(local(figures.as_of))
    given_to = sum(line.now.assigned > 0 for line in figures.units)
    given = (
        f"Tính đến {at}, {spoken(figures.data['committee'])} đã giao "
        f"{all_.count('assigned')} nhiệm vụ {figures.period} cho {thousands(given_to)} "
        f"cơ quan, đơn vị; đã hoàn thành {all_.count('completed')} nhiệm vụ "
        f"(đúng hạn {all_.count('completed_on_time')}, quá hạn {all_.count('completed_late')}, "
        f"không thời hạn {all_.count('completed_no_deadline')}); đang thực hiện "
        f"{all_.count('open_total')} nhiệm vụ (trong hạn {all_.count('open_in_term')}, quá hạn "
        f"{all_.count('open_overdue')}, không thời hạn {all_.count('open_no_deadline')})."
    )
    rates = (
        f"Tỉ lệ hoàn thành nhiệm vụ đạt {_rate(all_, 'completion_rate')}; tỉ lệ cập nhật tình "
        f"hình thực hiện đạt {_rate(all_, 'update_rate')}."
    )
    lines = [given, rates]
    if all_.before is not None:
        lines.append(
            f"So với {_lower(figures.data['previous'])}: tỉ lệ hoàn thành "
            f"{moved(all_.rose('completion_rate'))}, tỉ lệ cập nhật "
            f"{moved(all_.rose('update_rate'))}."
        )
    return "\n".join(lines)


def _rate(line: Line, key: str) -> str:
    return in_words(line.formulas.rate(key).of(line.now))


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _by_unit(figures: Figures, findings: list[Finding]) -> str:
    names = {line.pk: line.name for line in figures.units}
    lines = ["Kết quả của từng cơ quan, đơn vị nêu tại bảng kết quả theo đơn vị kèm theo."]
    best = [f for f in findings if f.kind is Kind.COMMENDATION]
    if best:
        lines.append("Các cơ quan, đơn vị có kết quả cao:")
        lines += [f"- {names[f.unit]}: {f.reasons[0]};" for f in best]
    low = [f for f in findings if f.kind is not Kind.COMMENDATION]
    if low:
        lines.append("Các cơ quan, đơn vị có kết quả thấp:")
        lines += [f"- {names[f.unit]}: {'; '.join(f.reasons)};" for f in low]
    return "\n".join(line[:-1] + "." if line is lines[-1] else line for line in lines)


def _starred(figures: Figures, findings: list[Finding]) -> str:
    all_ = figures.total
    if not all_.now.starred:
        return "Trong kỳ không có nhiệm vụ gắn sao."
    return (
        f"Có {all_.count('starred')} nhiệm vụ gắn sao, đã hoàn thành "
        f"{all_.count('starred_completed')} ({all_.rate('star_completion_rate')}), trong đó đúng "
        f"hạn {all_.count('starred_on_time')}; đang quá hạn {all_.count('starred_overdue')} "
        "nhiệm vụ. Danh sách kèm theo."
    )


def _overdue(figures: Figures, findings: list[Finding]) -> str:
    all_, listed = figures.total, len(figures.data["overdue"])
    if not all_.now.open_overdue:
        return "Không có nhiệm vụ đang thực hiện quá hạn."
    most = Counter({u.name: u.now.open_overdue for u in figures.units}).most_common(5)
    named = "; ".join(f"{name} {thousands(n)} nhiệm vụ" for name, n in most if n)
    ending = (
        "Danh sách kèm theo."
        if listed == all_.now.open_overdue
        else f"Danh sách kèm theo nêu {thousands(listed)} nhiệm vụ quá hạn lâu nhất."
    )
    return f"Có {all_.count('open_overdue')} nhiệm vụ quá hạn; nhiều nhất: {named}. {ending}"


def _obstacles(figures: Figures, findings: list[Finding]) -> str:
    told = sorted(figures.data["obstacles"], key=lambda one: (one["obstacle"], one["proposal"]))
    if not told:
        return "Các cơ quan, đơn vị chưa báo cáo khó khăn, vướng mắc."
    groups = [
        (words, list(some))
        for words, some in groupby(told, key=lambda one: (one["obstacle"], one["proposal"]))
    ]
    groups.sort(key=lambda group: -len(group[1]))
    lines = [_obstacle(*words, some) for words, some in groups[:MOST_OBSTACLES]]
    more = len(groups) - len(lines)
    if more > 0:
        lines.append(f"Ngoài ra còn {more} nội dung khác do các đơn vị nêu trên hệ thống.")
    return "\n".join(["Qua cập nhật của các cơ quan, đơn vị:", *lines])


def _obstacle(obstacle: str, proposal: str, some: list[dict[str, str]]) -> str:
    units = sorted({one["unit"] for one in some})
    named = ", ".join(units[:3]) + (f" và {len(units) - 3} đơn vị khác" if len(units) > 3 else "")
    asked = f" Đề xuất: {_sentence(proposal)}" if proposal else ""
    return f"- {_sentence(obstacle)} ({len(some)} nhiệm vụ; {named}).{asked}".replace(". (", " (")


def _sentence(text: str) -> str:
    return text.rstrip(" .;") + "."


PROPOSALS = {
    Kind.CRITICISM: "Phê bình {units} và yêu cầu có giải pháp khắc phục ngay;",
    Kind.REQUEST: "Yêu cầu {units} tập trung rà soát, xử lý các nhiệm vụ chưa hoàn thành;",
    Kind.COMMENDATION: "Biểu dương {units} có kết quả cao trong kỳ;",
}


def _proposals(figures: Figures, findings: list[Finding]) -> str:
    names = {line.pk: line.name for line in figures.units}
    chairman = f"Chủ tịch {spoken(figures.data['committee'])}"
    lines = [f"Văn phòng kính đề nghị {chairman} xem xét, chỉ đạo:"]
    for kind, words in PROPOSALS.items():
        units = ", ".join(names[f.unit] for f in findings if f.kind is kind)
        if units:
            lines.append(f"- {words.format(units=units)}")
    lines.append(
        "- Đề nghị các cơ quan, đơn vị cập nhật đầy đủ, kịp thời tình hình thực hiện; ưu tiên "
        "hoàn thành đúng hạn các nhiệm vụ có gắn sao."
    )
    lines.append(f"Văn phòng kính báo cáo {chairman}.")
    return "\n".join(lines)


SECTIONS: tuple[tuple[str, str, Callable[[Figures, list[Finding]], str]], ...] = (
    ("overview", "Tình hình chung", _overview),
    ("by_unit", "Kết quả theo cơ quan, đơn vị", _by_unit),
    ("starred", "Nhiệm vụ gắn sao", _starred),
    ("overdue", "Nhiệm vụ quá hạn", _overdue),
    ("obstacles", "Khó khăn, vướng mắc và đề xuất của các đơn vị", _obstacles),
    ("proposals", "Đề xuất, kiến nghị", _proposals),
)
