"""How a deadline is read from a directive, and how it is fixed once its anchor is known.

Căn cứ: Bộ luật Dân sự 2015, Điều 147, 148; thông lệ ghi hạn của Văn phòng Chính phủ (“trước ngày D”
được ghi hạn là chính ngày D).
"""

from dondoc.rules.calendar import roll_over
from dondoc.rules.deadlines.binding import UNDATED, binding
from dondoc.rules.deadlines.fixing import due_moment_of_relative
from dondoc.rules.deadlines.reading import read_deadlines
from dondoc.rules.deadlines.words import Anchor, Deadline, Kind

__all__ = [
    "UNDATED",
    "Anchor",
    "Deadline",
    "Kind",
    "binding",
    "due_moment_of_relative",
    "read_deadlines",
    "roll_over",
]
