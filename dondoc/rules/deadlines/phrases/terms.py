"""Terms counted to or from a day that is not printed."""

# ruff: noqa: E501 — a rule is read on one line

from dondoc.rules.deadlines.guards import coming, term
from dondoc.rules.deadlines.phrases.table import Phrase, rule
from dondoc.rules.deadlines.readers.terms import at_most, before_event, counted

UNIT = r"(?P<unit>ngày làm việc|ngày|giờ làm việc|giờ|tuần|tháng|năm)(?!\w)"
DAYS = r"(?P<unit>ngày làm việc|ngày|tuần)(?!\w)"
SINCE = r",?~\(?(?P<since>(?:kể từ|tính từ|từ khi|từ ngày|sau)(?: [^\W\d_]{1,20}| \d{1,3}(?= ngày)){0,9}? này(?!\w)|(?:kể từ|tính từ|từ khi|từ ngày|sau)(?: {WORD}){0,7})"
MOST = r"(?: tối đa| không quá| chậm nhất| là| khoảng| chỉ){0,2}"

TERMS: tuple[Phrase, ...] = (
    rule("chậm muộn ít tối không", rf"(?:(?:chậm|muộn) nhất(?: là)?|ít nhất|tối thiểu|không (?:muộn|chậm) hơn)(?: trước)? {{NUM}} {UNIT} (?:trước|so với)(?: {{WORD}}){{1,6}}",
         before_event, "chậm nhất 01 ngày làm việc trước thời gian nghỉ tết"),
    rule("trước chậm muộn", rf"(?:(?:chậm|muộn) nhất(?: là)? )?trước (?:ít nhất |tối thiểu )?{{NUM}} {DAYS}(?! (?:của )?tháng)(?: (?:trước |so với )?(?:khi|ngày|thời gian|thời điểm|lúc))?(?: {{LETTERS}}){{1,4}}",
         before_event, "trước 02 ngày tổ chức hội nghị"),
    rule("trước", rf"trước (?:ít nhất|tối thiểu) {{NUM}} {UNIT}(?: {{LETTERS}}){{0,6}}", before_event, "trước ít nhất 24 giờ"),
    rule("trước", rf"trước (?:khi|ngày|thời điểm)(?: {{LETTERS}}){{1,12}}? (?:ít nhất |tối thiểu |chậm nhất |là )?{{NUM}} {DAYS}", before_event, "trước khi thực hiện ít nhất 30 ngày"),
    rule("sau", rf"sau (?:khi|ngày)(?: {{LETTERS}}){{1,8}}? (?:chậm nhất |không quá |tối đa ){{NUM}} {DAYS}", at_most, "sau khi kết thúc kiểm tra chậm nhất 05 ngày"),
    rule("trong thời", rf"(?:trong )?(?:trong vòng|vòng|thời gian|thời hạn|hạn){MOST}~:?~{{NUM}} {UNIT}(?! (?:đầu|cuối))(?:{SINCE})?", counted,
         "trong thời hạn 10 ngày kể từ ngày nhận Kế hoạch này", term),
    rule("trong chậm muộn sau không tối thời", rf"(?:trong|(?:chậm|muộn) nhất(?: là)?(?: sau| trong)?|sau|không quá|tối đa){MOST} {{NUM}} {UNIT}{SINCE}", counted,
         "chậm nhất 05 ngày kể từ ngày nhận được văn bản", term),
    rule("không tối chậm muộn", rf"(?:không quá|tối đa|(?:chậm|muộn) nhất(?: là)?(?: sau| trong)?){MOST} {{NUM}} (?P<unit>ngày làm việc|ngày|giờ|tuần)(?!\w)(?! (?:của )?tháng)(?! (?:thứ|ngày|sáng|trưa|chiều|tối|\d)|~[/-]~\d)", at_most, "không quá 15 ngày", term),
    rule("trong", r"trong {NUM} (?P<unit>ngày làm việc|ngày|giờ)(?!\w)(?!,? \(?(?:từ|\d|nghỉ|tết|lễ|đầu|cuối|diễn))", at_most, "trong 03 ngày làm việc", coming),
)  # fmt: skip
