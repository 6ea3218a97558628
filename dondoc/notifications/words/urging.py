"""What is said of slips and of what leaders say."""

from dondoc.notifications.models import Kind
from dondoc.notifications.words.sayings import Saying

SAYINGS: dict[str, Saying] = {
    "slip.send_slip": Saying(
        Kind.URGED, "Văn bản đôn đốc", "{who} gửi {unit} {name} về {n} nhiệm vụ, {answer}."
    ),
    "slip.answer_slip": Saying(
        Kind.RESULT, "Đơn vị trả lời đôn đốc", "{who} ({unit}) trả lời {name}."
    ),
    "slip.return_slip": Saying(
        Kind.RETURNED, "Yêu cầu trả lời lại", "{who} yêu cầu {unit} trả lời lại {name}, {answer}."
    ),
    "slip.close_slip": Saying(Kind.RESULT, "Khép lại đôn đốc", "{who} khép lại {name} với {unit}."),
    "slip.raise_slip": Saying(
        Kind.URGED,
        "Chuyển bước đôn đốc cao hơn",
        "{who} chuyển {name} với {unit} lên bước cao hơn.",
    ),
    "review.open_review": Saying(
        Kind.URGED, "Rà soát nhiệm vụ được giao", "{who} mở {name}, {until}."
    ),
    "review.urge_review": Saying(
        Kind.URGED,
        "Đôn đốc rà soát",
        "{who} đôn đốc rà soát các nhiệm vụ còn lại: {name}, {until}.",
    ),
    "review.close_review": Saying(
        Kind.CHANGE, "Kết thúc rà soát", "{who} kết thúc {name}: {reason}"
    ),
    "leaderword.say_word": Saying(
        Kind.URGED, "Ý kiến của lãnh đạo", "{who}: {kind} về nhiệm vụ {code} của {unit}{answer}."
    ),
    "leaderword.answer_word": Saying(
        Kind.RESULT, "Trả lời lãnh đạo", "{who} trả lời ý kiến của {speaker} về {code}: {reason}"
    ),
    "leaderword.return_word": Saying(
        Kind.RETURNED, "Lãnh đạo yêu cầu làm rõ", "{who} yêu cầu {unit} làm rõ về {code}{answer}."
    ),
    "leaderword.close_word": Saying(
        Kind.RESULT, "Ý kiến đã xem xong", "{who} đã xem xong trả lời của {unit} về {code}."
    ),
}
