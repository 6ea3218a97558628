"""The text of a dispatch as first drafted, paragraph by paragraph; people reword it."""

from typing import Any

from dondoc.documents.letterheads import spoken, territory
from dondoc.rules.judging import Finding, Kind

Part = dict[str, Any]
SUBJECT = "thực hiện nhiệm vụ do lãnh đạo {spoken} giao"
SOFTWARE = "hệ thống phần mềm theo dõi nhiệm vụ"


def drafted(committee: str, kinds: set[str], report: dict[str, str]) -> list[Part]:
    """The paragraphs around the findings, with addressees and recipients, one to a line."""
    whose = spoken(committee)
    texts = {
        "opening": (
            f"Xét báo cáo, đề xuất của Văn phòng {whose} tại Báo cáo số {report['number']} "
            f"{report['day_in_words']} về {report['subject']}, Chủ tịch {whose} có ý kiến như sau:"
        ),
        "all_units": (
            "Đề nghị các cơ quan, đơn vị tiếp tục quán triệt, tập trung chỉ đạo thực hiện nghiêm "
            "việc cập nhật tình hình và kết quả thực hiện nhiệm vụ do lãnh đạo "
            f"{whose} giao; thường xuyên rà soát, ưu tiên nguồn lực hoàn thành đúng hạn các nhiệm "
            "vụ có gắn sao; kịp thời báo cáo khó khăn, vướng mắc phát sinh kèm đề xuất giải pháp "
            "xử lý."
        ),
        "office": (
            f"Giao Văn phòng {whose} thường xuyên gắn sao các nhiệm vụ quan trọng, trọng tâm, "
            "trọng điểm; theo dõi, kiểm tra, đôn đốc, tổng hợp tình hình thực hiện của các cơ "
            f"quan, đơn vị và định kỳ báo cáo lãnh đạo {whose} phục vụ chỉ đạo, điều hành."
        ),
        "closing": (
            "Nhận được Công văn này, đề nghị các cơ quan, đơn vị nghiêm túc triển khai thực hiện."
        ),
        "addressees": "\n".join(_addressees(kinds, whose)),
        "recipients": "\n".join(_recipients(kinds, whose, territory(committee))),
    }
    return [{"key": key, "heading": HEADINGS[key], "text": text} for key, text in texts.items()]


HEADINGS = {
    "opening": "Mở đầu",
    "all_units": "Đề nghị chung đối với các cơ quan, đơn vị",
    "office": "Giao Văn phòng",
    "closing": "Kết thúc",
    "addressees": "Kính gửi (mỗi dòng một nơi)",
    "recipients": "Nơi nhận (mỗi dòng một nơi)",
}


def _addressees(kinds: set[str], whose: str) -> list[str]:
    groups = [
        ({"department", "board", "centre"}, "Các sở, ban, ngành"),
        ({"district"}, "UBND các quận, huyện"),
        ({"commune"}, "UBND các xã, phường"),
    ]
    found = [words for some, words in groups if kinds & some]
    below = whose not in ("UBND thành phố", "UBND tỉnh")
    return [f"Các phòng chuyên môn, đơn vị thuộc {whose}"] if below or not found else found


def _recipients(kinds: set[str], whose: str, land: str) -> list[str]:
    if land not in ("thành phố", "tỉnh"):
        party = f"Thường trực Đảng ủy, Thường trực HĐND {land}"
        return ["Như trên", party, f"CT và các PCT {whose}", "Lưu: VT"]
    party = "Thành ủy" if land == "thành phố" else "Tỉnh ủy"
    below = ["Các quận, huyện ủy"] if "district" in kinds else []
    below += ["Đảng ủy các xã, phường"] if "commune" in kinds else []
    return [
        "Như trên",
        "Thường trực HĐND",
        f"CT và các PCT {whose}",
        f"Văn phòng {party}",
        *below,
        f"Văn phòng {whose}: CVP, các PCVP và các phòng, ban chuyên môn",
        "Ban Thi đua - Khen thưởng",
        f"Cổng Thông tin điện tử {land}",
        "Lưu: VT, KSTT",
    ]


def wording_of(finding: Finding, unit: str, committee: str) -> tuple[str, str]:
    """What the dispatch says of the unit, and what it then requires of it."""
    whose = f"nhiệm vụ do lãnh đạo {spoken(committee)} giao"
    shares = ", ".join(finding.reasons[:2])
    if finding.kind is Kind.COMMENDATION:
        return f"{unit}: {shares}", ""
    if finding.kind is Kind.REQUEST:
        return _request(unit, shares), ""
    return _criticism(finding, unit, whose, shares), (
        f"Yêu cầu {unit} tập trung chỉ đạo rà soát từng nhiệm vụ được giao, có giải pháp cụ thể "
        "để triển khai thực hiện, khắc phục ngay việc chậm trễ; cập nhật đầy đủ kết quả vào "
        f"{SOFTWARE}, nâng cao tỉ lệ hoàn thành nhiệm vụ."
    )


def _criticism(finding: Finding, unit: str, whose: str, shares: str) -> str:
    again = f"; {finding.red_in_a_row}" if finding.red_in_a_row else ""
    again += f"; {finding.reasons[-1]}" if finding.repeated else ""
    low = "có kết quả thấp trong việc hoàn thành nhiệm vụ và cập nhật tình hình thực hiện"
    if finding.no_improvement:
        still = f"đã không có chuyển biến tích cực trong thực hiện {whose}"
        return f"Phê bình {unit} {still}, {low}: {shares}{again}."
    return f"Phê bình {unit} {low} {whose}: {shares}{again}."


def _request(unit: str, shares: str) -> str:
    return (
        f"Yêu cầu {unit}, đơn vị có {shares}, tăng cường kiểm "
        "tra, chỉ đạo quyết liệt việc rà soát, có giải pháp xử lý các nhiệm vụ được giao chưa "
        f"hoàn thành; nghiêm túc cập nhật kết quả vào {SOFTWARE} để nâng cao tỉ lệ hoàn thành "
        "nhiệm vụ."
    )
