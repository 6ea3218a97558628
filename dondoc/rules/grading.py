"""Quantities for the yearly grading of officials, by month or quarter.

Căn cứ: Nghị định 335/2025/NĐ-CP (kết quả thực hiện nhiệm vụ, tối đa 70 điểm), trên sản phẩm, công
việc đã quy đổi:
- a, số lượng = quy đổi hoàn thành / quy đổi được giao × 100;
- b, chất lượng: mỗi lần đánh giá không đạt trừ 25 % điểm chất lượng của sản phẩm đó;
- c, tiến độ: mỗi lần chậm trừ 25 % điểm tiến độ của sản phẩm đó (công thức K3);
trừ khi có nguyên nhân khách quan được cấp có thẩm quyền xác nhận. Việc chưa hoàn thành không có
điểm b, c. The decree prints its formula as an image; this is how its words are read.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

DEDUCTION = Fraction(25, 100)
"""Of a product's points, for each failed evaluation and each delay."""


@dataclass(frozen=True)
class Product:
    """One product or job: its coefficient, whether it is done, what is deducted and what excused.

    `excused` are the deductions for which an objective cause was confirmed.
    """

    done: bool
    failures: int = 0
    delays: int = 0
    excused_failures: int = 0
    excused_delays: int = 0
    coefficient: Fraction = Fraction(1)

    @property
    def quality(self) -> Fraction:
        """The part of its quality points that is left."""
        return self._left(self.failures - self.excused_failures)

    @property
    def progress(self) -> Fraction:
        """The part of its progress points that is left."""
        return self._left(self.delays - self.excused_delays)

    def _left(self, deductions: int) -> Fraction:
        if not self.done:
            return Fraction(0)
        return max(Fraction(0), 1 - DEDUCTION * max(0, deductions))


@dataclass(frozen=True)
class Grade:
    """a, b, c in percent; none where nothing was assigned."""

    a: Fraction | None
    b: Fraction | None
    c: Fraction | None

    @property
    def mean(self) -> Fraction | None:
        """(a + b + c) / 3, of one who leads nobody."""
        if self.a is None or self.b is None or self.c is None:
            return None
        return (self.a + self.b + self.c) / 3


def grade(products: Iterable[Product]) -> Grade:
    """The three quantities of somebody's products."""
    products = list(products)
    weight = sum((one.coefficient for one in products), Fraction(0))
    if not weight:
        return Grade(None, None, None)

    def share(parts: Iterable[Fraction]) -> Fraction:
        return 100 * sum(parts, Fraction(0)) / weight

    return Grade(
        share(one.coefficient * one.done for one in products),
        share(one.coefficient * one.quality for one in products),
        share(one.coefficient * one.progress for one in products),
    )


FORMULA_WORDS = tuple(
    """Sản phẩm, công việc của kỳ: đã được xác nhận hoàn thành trong kỳ, hoặc hết kỳ đã đến hạn mà \
chưa trình kết quả (cả việc kỳ trước chuyển sang). Việc đã thu hồi không tính; kết quả đang chờ \
xác nhận tính vào kỳ được xác nhận.
a (số lượng) = tổng hệ số của việc đã hoàn thành / tổng hệ số của việc được giao × 100.
b (chất lượng) = tổng [hệ số × (1 − 25 % × số lần không đạt)] của việc đã hoàn thành / tổng hệ số \
của việc được giao × 100; mỗi việc không dưới 0.
c (tiến độ, K3) = tổng [hệ số × (1 − 25 % × số lần chậm)] của việc đã hoàn thành / tổng hệ số của \
việc được giao × 100; mỗi việc không dưới 0.
Số lần chậm: mỗi thời hạn đã qua mà chưa trình kết quả là một lần. Số lần không đạt: mỗi lần Văn \
phòng trả lại kết quả là một lần. Người đứng đầu chỉ chịu lần chậm, lần trả lại rơi vào ngày mình \
giữ chức; người thực hiện cũng vậy, theo ngày được giao.
Không trừ khi có nguyên nhân khách quan được xác nhận; người xác nhận ghi ở bảng chi tiết.
Hệ số quy đổi mặc định là 1; sửa ở cột “Hệ số” của bảng chi tiết, các ô a, b, c tính lại ngay.
Công chức không giữ chức vụ: (a + b + c) / 3. Lãnh đạo, quản lý: (a + b + c + d + đ + e) / 6, với \
d, đ, e do người có thẩm quyền đánh giá, điền tay.
Căn cứ: Nghị định 335/2025/NĐ-CP.""".splitlines()
)
"""What the sheet says beside its numbers."""
