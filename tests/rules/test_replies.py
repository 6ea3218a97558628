"""What a person wrote in a reply, as the mail programs of an office send it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.rules.replies import ABOVE, said_in

OWN = "Đã họp với Sở Tài chính sáng nay.\n\nDự kiến trình trước ngày 20/4."

WAYS = {
    "Gmail": f"""{OWN}

Vào Th 4, 16 thg 3, 2022 vào lúc 09:05 Đôn Đốc <dondoc@danang.vn> đã viết:

> {ABOVE}
>
> Kính gửi Ngô Hoa,
""",
    "Gmail gập dòng": f"""{OWN}

Vào Th 4, 16 thg 3, 2022 vào lúc 09:05 Hệ thống theo dõi nhiệm vụ Đôn Đốc
<dondoc@danang.vn> đã viết:
> Kính gửi Ngô Hoa,
""",
    "Gmail tiếng Anh": f"""{OWN}

On Wed, Mar 16, 2022 at 9:05 AM Đôn Đốc <dondoc@danang.vn>
wrote:

> Kính gửi Ngô Hoa,
""",
    "Outlook": f"""{OWN}

Trân trọng,
Ngô Hoa
Chuyên viên - Sở Xây dựng
ĐT: 0236 000 000

________________________________
Từ: Đôn Đốc <dondoc@danang.vn>
Đã gửi: Thứ Tư, 16 Tháng 3, 2022 9:05 SA
Đến: Ngô Hoa
Chủ đề: [Đôn Đốc] Nhiệm vụ sắp đến hạn

{ABOVE}
Kính gửi Ngô Hoa,
""",
    "Outlook không gạch": f"""{OWN}

From: Đôn Đốc <dondoc@danang.vn>
Sent: Wednesday, March 16, 2022 9:05 AM
To: Ngô Hoa
Subject: [Đôn Đốc] Nhiệm vụ sắp đến hạn

Kính gửi Ngô Hoa,
""",
    "iPhone": f"""{OWN}

Đã gửi từ iPhone của tôi

Vào 16 thg 3, 2022, lúc 09:05, Đôn Đốc <dondoc@danang.vn> đã viết:

Kính gửi Ngô Hoa,
""",
    "Thunderbird, viết bên dưới": f"""Vào lúc 09:05 16/03/2022, Đôn Đốc đã viết:
> {ABOVE}
> Kính gửi Ngô Hoa,

{OWN}

-- \nNgô Hoa
""",
    "Zimbra": f"""{OWN}

----- Thư gốc -----
Từ: "Đôn Đốc" <dondoc@danang.vn>
Kính gửi Ngô Hoa,
""",
    "chương trình lạ": f"{OWN}\n\n{ABOVE}\nKính gửi Ngô Hoa,\n",
    "chỉ có lời": OWN,
}


@pytest.mark.parametrize("way", WAYS)
def test_of_a_letter_only_the_own_words_are_taken(way: str) -> None:
    assert said_in(WAYS[way]) == OWN


def test_a_letter_without_words_of_ones_own_says_nothing() -> None:
    assert said_in(WAYS["Gmail"].removeprefix(OWN)) == ""
    assert said_in("-- \nNgô Hoa\nSở Xây dựng") == ""


@pytest.mark.parametrize(
    "words",
    [
        "Vào ngày 15/3 đã họp; tổ công tác đề nghị viết: báo cáo riêng.",
        "Ngày 15/3, Sở Tài chính đã viết:\nđề nghị bổ sung hồ sơ.",
        "Từ: 15/3 đến 20/3 khảo sát hiện trường.\nSau đó lập báo cáo.",
        "Trân trọng cảm ơn Sở Tài chính đã phối hợp, việc đã xong 60%.",
        "Đến: 20/3 xong phần khảo sát.\nNgày: 25/3 trình.",
        "- đã khảo sát\n- đang lập dự toán",
    ],
)
def test_what_only_looks_like_the_end_of_a_letter_stays(words: str) -> None:
    assert said_in(words) == words


def test_words_written_between_the_quoted_ones_stay() -> None:
    assert said_in("> Tình hình?\nĐã xong phần 1.\n> Khi nào?\nNgày 20/4.") == (
        "Đã xong phần 1.\nNgày 20/4."
    )


WORDS = st.text(alphabet="aăâbcđeêghikôơưtuyxáàảãạ 0123456789.,;", min_size=1, max_size=60)


@given(st.lists(WORDS, min_size=1, max_size=8), st.lists(WORDS, max_size=8))
def test_whatever_was_written_above_the_line_is_kept_and_nothing_below(
    own: list[str], theirs: list[str]
) -> None:
    alone = said_in("\n".join(own))
    assert said_in("\n".join([*own, "", ABOVE, *theirs])) == alone
    assert said_in("\n".join([*own, *(f"> {line}" for line in theirs)])) == alone
    assert said_in(alone) == alone
