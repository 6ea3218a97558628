"""What waits for an event, what lasts and what merely presses."""

# ruff: noqa: E501 — a rule is read on one line

from dondoc.rules.deadlines.guards import laid_before, lasting, occasion, pressing
from dondoc.rules.deadlines.phrases.table import Phrase, rule
from dondoc.rules.deadlines.readers.terms import at_event, continuous, urgent

OCCASION = r"(?:tết(?: nguyên đán| dương lịch| âm lịch)?|kỳ họp|mùa (?:mưa|bão|khô|lũ)|khai giảng|khai mạc|bầu cử|(?:kết thúc |thềm |bước vào )?năm học|kỳ nghỉ|thời gian nghỉ|diễn ra)"
MEETING = r"(?:phiên họp|hội nghị|đại hội)"
AND_SO_ON = r"(?:(?: [^\W\d_]{1,20}| \d{4}~[-–]~\d{4}(?!\d)| \d{1,4}(?!\w|~[/.-]~\d)){0,5})"

LASTING: tuple[Phrase, ...] = (
    rule("trước từ", rf"(?:từ nay đến |trước )(?:khi |ngày |lễ |dịp |thời điểm )?{OCCASION}{AND_SO_ON}", at_event, "trước Tết Nguyên đán Bính Ngọ"),
    rule("trước", rf"trước (?:khi |ngày |thời điểm )?{MEETING}{AND_SO_ON}", at_event, "trước Đại hội Đảng bộ", occasion),
    rule("tại", rf"tại kỳ họp{AND_SO_ON}", at_event, "trình Hội đồng nhân dân thành phố tại kỳ họp cuối năm", laid_before),
    rule("ngay", r"ngay (?:sau )?khi nhận(?: được)?(?: {LETTERS}){1,3} này(?!\w)", urgent, "ngay sau khi nhận được Công văn này"),
    rule("ngay", r"ngay sau (?:các |đợt |trận )?(?:mưa lũ|bão lũ|lũ|bão|mưa|thiên tai|hội nghị|cuộc họp|kỳ họp)(?!\w)", at_event, "ngay sau mưa lũ"),
    rule("ngay", r"ngay (?:sau )?khi(?: {WORD}){1,8}", at_event, "ngay sau khi lũ rút"),
    rule("thường", r"thường xuyên(?:, liên tục)?", continuous, "thường xuyên rà soát", lasting),
    rule("duy liên", r"(?:duy trì|liên tục)(?: {LETTERS}){0,4} 24(?: giờ)?~/~(?:24|7)(?: giờ| h)?", continuous, "duy trì trực ban 24/24 giờ"),
    rule("kịp khẩn", r"kịp thời|khẩn trương", urgent, "kịp thời báo cáo", pressing),
    rule("ngay", r"ngay(?! (?:từ|tại|sau|trong|cả|khi|khu|cạnh|trên|dưới|đầu|như|ngắn))(?!\w)", urgent, "triển khai ngay", pressing),
)  # fmt: skip
