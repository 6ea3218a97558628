"""How fast directives are read: `python -m bench.reading`.

Own texts of one to a hundred pages, the start of the command, and ten megabytes of malice.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from dondoc.rules.directive import read

LETTERS_A_PAGE = 2_800
MEGABYTE = 1_000_000
PAGES = (1, 10, 100)
MALICE = {
    "brackets": "(", "“chủ trì” over and over": "chủ trì ", "deep lists": "1. A\na) B\n- C\n+ D\n",
    "tables": "|\nSTT\n|\nNội dung\n|\nCơ quan chủ trì\n|", "dates": "trước ngày 1/1/2026 ",
    "letters in pieces (NFD)": "ho\u0302\u0300 a\u0301 ",
}  # fmt: skip
TOP = """\
ỦY BAN NHÂN DÂN
TỈNH SÔNG TRẮNG
Số: 12/KH-UBND
Sông Trắng, ngày 5 tháng 11 năm 2025
KẾ HOẠCH
Chuyển đổi số năm 2026

"""
PART = """\
{n}. Sở Khoa học và Công nghệ:
a) Chủ trì, phối hợp với Sở Tài chính, UBND các xã, phường rà soát hạ tầng số, báo cáo UBND tỉnh
trước ngày 15/12/2025; định kỳ hằng quý tổng hợp khó khăn, vướng mắc.
b) Trong thời hạn 10 ngày kể từ ngày nhận Kế hoạch này, giao Trung tâm Chuyển đổi số hướng dẫn các
cơ quan, đơn vị xây dựng phương án; kịp thời tháo gỡ những vấn đề phát sinh tại cơ sở.
- Thực hiện công khai kết quả trên Cổng Thông tin điện tử, thường xuyên cập nhật theo quy định.
"""


def pages(count: int) -> str:
    """An own plan of so many pages."""
    parts = count * LETTERS_A_PAGE // len(PART)
    return TOP + "".join(PART.format(n=1 + at % 98) for at in range(max(1, parts)))


def milliseconds(text: str, times: int = 5) -> float:
    """The least of several readings."""
    return min(_once(text) for _ in range(times)) * 1000


def _once(text: str) -> float:
    began = time.process_time()
    read(text)
    return time.process_time() - began


def _start_up() -> float:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "kh.txt")
        file.write_text(pages(1))
        began = time.perf_counter()
        command = [sys.executable, "-m", "dondoc", "read", "--json", str(file)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - began


def main() -> None:
    for count in PAGES:
        text = pages(count)
        took = milliseconds(text)
        orders = len(read(text).orders)
        print(f"{count:4} pages  {took:8.1f} ms  {orders:5} orders")
    print(
        f"dondoc read --json, one page, with start-up: {min(_start_up() for _ in range(5)):.2f} s"
    )
    for name, unit in MALICE.items():
        one, ten = (_once(unit * (size * MEGABYTE // len(unit))) for size in (1, 10))
        print(f"{name:28} 1 MB {one:6.2f} s   10 MB {ten:6.2f} s   x{ten / one:.1f}")


if __name__ == "__main__":
    main()
