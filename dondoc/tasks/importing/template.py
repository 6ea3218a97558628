"""The template for bringing tasks in: an empty table with its headings, and how to fill it."""

from typing import IO

from dondoc.documents.sheets import FONT

COLUMNS = (
    ("Số nhiệm vụ", 16, "Số ở hệ thống cũ, nếu có. Nhập lại cùng số không tạo nhiệm vụ thứ hai."),
    ("Nhiệm vụ (*)", 60, "Bắt buộc. Nội dung cần thực hiện."),
    ("Chủ trì (*)", 30, "Bắt buộc. Đúng một đơn vị, tên đầy đủ hoặc tên viết tắt trong danh bạ."),
    ("Phối hợp", 36, "Các đơn vị cách nhau bằng dấu chấm phẩy (;)."),
    ("Lãnh đạo chỉ đạo", 24, "Họ và tên lãnh đạo giao, nếu có."),
    ("Văn bản giao", 22, "Số, ký hiệu văn bản đã vào sổ trên hệ thống, nếu có."),
    ("Lĩnh vực", 20, "Tên lĩnh vực của UBND, nếu có."),
    ("Sản phẩm", 24, "Sản phẩm phải có, nếu có."),
    ("Nhiệm vụ cha", 16, "Số nhiệm vụ cha, nếu có."),
    ("Ngày tạo", 13, "Ngày đã giao ở hệ thống cũ (dd/mm/yyyy). Chỉ là ngày theo lời khai."),
    ("Hạn xử lý", 13, "dd/mm/yyyy. Để trống là không thời hạn; hệ thống không tự đặt hạn."),
)


def write_template(stream: IO[bytes]) -> None:
    """Writes the template: the table first, the instructions on a sheet of their own."""
    import xlsxwriter

    with xlsxwriter.Workbook(stream) as book:
        look = {"font_name": FONT, "font_size": 12}
        heading = book.add_format(look | {"bold": True, "bg_color": "#DCE6F1", "border": 1})
        plain = book.add_format(look | {"text_wrap": True, "valign": "top"})
        day = book.add_format(look | {"num_format": "dd/mm/yyyy"})
        table, words = book.add_worksheet("Nhiệm vụ"), book.add_worksheet("Hướng dẫn")
        words.set_column(0, 0, 24)
        words.set_column(1, 1, 90)
        for at, (name, width, advice) in enumerate(COLUMNS):
            dated = name in ("Ngày tạo", "Hạn xử lý")
            table.set_column(at, at, width, day if dated else plain)
            table.write_string(0, at, name, heading)
            words.write_string(at, 0, name, heading)
            words.write_string(at, 1, advice, plain)
        table.freeze_panes(1, 0)
