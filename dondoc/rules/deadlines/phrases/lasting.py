"""What waits for an event, what lasts and what merely presses."""

# ruff: noqa: E501 — a rule is read on one line

from dondoc.rules.deadlines.guards import (
    awaited,
    laid_before,
    lasting,
    occasion,
    opening,
    pressing,
    to_come,
)
from dondoc.rules.deadlines.phrases.table import Phrase, rule
from dondoc.rules.deadlines.readers.terms import at_event, continuous, urgent

OCCASION = r"(?:tết(?: nguyên đán| dương lịch| âm lịch)?|kỳ họp|mùa (?:mưa|bão|khô|lũ)|khai giảng|khai mạc|bầu cử|(?:kết thúc |thềm |bước vào )?năm học|kỳ nghỉ|thời gian nghỉ|diễn ra)"
MEETING = r"(?:phiên họp|hội nghị|đại hội)"
AND_SO_ON = r"(?:(?: [^\W\d_]{1,20}| \d{4}~[-–]~\d{4}(?!\d)| \d{1,4}(?!\w|~[/.-]~\d)){0,5})"
# what makes a paper hold, and those whose papers are waited for
ISSUED = r"(?:ban hành|thông qua|phê duyệt|công bố|có hiệu lực)(?!\w)"
MAKER = r"(?:(?:các )?(?:bộ|cơ quan)|chính phủ|quốc hội|trung ương|thủ tướng|luật|nghị (?:định|quyết)|thông tư)(?!\w)"
AWAITED = r"(?:hướng dẫn|quy chế|quyết định|nghị (?:định|quyết)|thông tư|văn bản|ý kiến|kết luận|kết quả|chủ trương)(?!\w)"
PASSES = r"(?:(?:nước|lũ|bão|mưa|ngập)(?: lũ| lụt)? (?:rút|tan|dứt|ngớt)|kết thúc {LETTERS})"

LASTING: tuple[Phrase, ...] = (
    rule("trước từ", rf"(?:từ nay đến |trước )(?:khi |ngày |lễ |dịp |thời điểm )?{OCCASION}{AND_SO_ON}", at_event, "trước Tết Nguyên đán Bính Ngọ"),
    rule("trước", rf"trước (?:khi |ngày |thời điểm )?{MEETING}{AND_SO_ON}", at_event, "trước Đại hội Đảng bộ", occasion),
    rule("tại", rf"tại kỳ họp{AND_SO_ON}", at_event, "trình Hội đồng nhân dân thành phố tại kỳ họp cuối năm", laid_before),
    rule("ngay", r"ngay (?:sau )?khi nhận(?: được)?(?: {LETTERS}){1,3} này(?!\w)", urgent, "ngay sau khi nhận được Công văn này"),
    rule("ngay", r"ngay sau (?:các |đợt |trận )?(?:mưa lũ|bão lũ|lũ|bão|mưa|thiên tai|hội nghị|cuộc họp|kỳ họp)(?!\w)", at_event, "ngay sau mưa lũ"),
    rule("ngay", r"ngay (?:sau )?khi(?: {WORD}){1,8}", at_event, "ngay sau khi lũ rút"),
    rule("trước", rf"trước, trong(?: và|,) sau(?: (?:khi|thời gian|các|ngày|dịp|lễ))? (?:{OCCASION}|{MEETING}|(?:mưa|bão|lũ|thiên tai)(?!\w)){AND_SO_ON}", at_event, "trước, trong và sau thời gian diễn ra Đại hội"),
    rule("sau", rf"sau khi (?:{PASSES}|có {AWAITED})(?:(?! đã(?!\w)) {{WORD}}){{0,6}}", at_event, "sau khi kết thúc kiểm kê", to_come),
    rule("sau", r"sau khi hoàn thành(?: {WORD}){1,6}", at_event, "Sau khi hoàn thành kiểm kê", opening),
    rule("sau", rf"sau khi(?: {{WORD}}){{1,12}}? {ISSUED}", at_event, "sau khi được Quốc hội thông qua", awaited),
    rule("khi", rf"(?<!trong\s)khi(?: {MAKER}(?:,?(?! đã(?!\w)) {{WORD}}){{0,8}}? {ISSUED}| có hướng dẫn(?!\w)(?: {{WORD}}){{0,6}})", at_event, "khi Chính phủ ban hành văn bản hướng dẫn", to_come),
    rule("trong sớm", r"trong thời gian (?:sớm|ngắn|nhanh) nhất|sớm nhất (?:có thể|để)", urgent, "trong thời gian sớm nhất", pressing),
    rule("liên", r"liên tục(?= (?:cập nhật|theo dõi|rà soát|kiểm tra|nắm))", continuous, "liên tục cập nhật tình hình"),
    rule("cập", r"cập nhật liên tục(?!\w)", continuous, "cập nhật liên tục"),
    rule("thường", r"thường xuyên(?:, liên tục)?", continuous, "thường xuyên rà soát", lasting),
    rule("duy liên", r"(?:duy trì|liên tục)(?: {LETTERS}){0,4} 24(?: giờ)?~/~(?:24|7)(?: giờ| h)?", continuous, "duy trì trực ban 24/24 giờ"),
    rule("kịp khẩn", r"kịp thời|khẩn trương", urgent, "kịp thời báo cáo", pressing),
    rule("ngay", r"ngay(?! (?:từ|tại|sau|trong|cả|khi|khu|cạnh|trên|dưới|đầu|như|ngắn))(?!\w)", urgent, "triển khai ngay", pressing),
)  # fmt: skip
