"""What is said of programmes."""

from dondoc.notifications.models import Kind
from dondoc.notifications.words.sayings import Saying

SAYINGS: dict[str, Saying] = {
    "programme.open_programme": Saying(
        Kind.ASSIGNED, "Mở đăng ký chương trình công tác",
        "Đã mở đăng ký chương trình công tác {label}; đăng ký đến hết {register_by}.",
    ),
    "programme.urge": Saying(
        Kind.DUE_SOON, "Đôn đốc đăng ký chương trình công tác",
        "Đơn vị chưa gửi đăng ký chương trình công tác {label}; hạn đăng ký hết {register_by}.",
    ),
    "programme.submit_programme": Saying(
        Kind.RESULT, "Chương trình công tác chờ duyệt",
        "{who} trình chương trình công tác {label}; duyệt đến hết {approve_by}.",
    ),
    "programme.take_back": Saying(
        Kind.CHANGE, "Rút chương trình công tác về",
        "{who} rút chương trình công tác {label} về để hoàn chỉnh.",
    ),
    "programme.return_programme": Saying(
        Kind.RETURNED, "Chương trình công tác bị trả lại",
        "{who} trả lại chương trình công tác {label}: {reason}",
    ),
    "programme.approve": Saying(
        Kind.RESULT, "Chương trình công tác đã duyệt",
        "{who} duyệt chương trình công tác {label}: {count} nội dung đã thành nhiệm vụ.",
    ),
    "programme.publish": Saying(
        Kind.CHANGE, "Ban hành chương trình công tác",
        "Đã ban hành chương trình công tác {label}.",
    ),
    "programmeitem.merge": Saying(
        Kind.CHANGE, "Gộp nội dung chương trình",
        "{who} gộp một nội dung của đơn vị trong chương trình {label}.",
    ),
    "programmeitem.decline": Saying(
        Kind.RETURNED, "Nội dung không đưa vào chương trình",
        "{who} không đưa một nội dung của đơn vị vào chương trình {label}: {reason}",
    ),
    "programmeitem.put_back": Saying(
        Kind.CHANGE, "Nội dung được đưa trở lại chương trình",
        "{who} đưa một nội dung của đơn vị trở lại chương trình {label}.",
    ),
    "registration.complete_registration": Saying(
        Kind.RESULT, "Đơn vị gửi đăng ký chương trình",
        "{unit} gửi đăng ký chương trình công tác {label}: {word}.",
    ),
    "changerequest.ask_move": Saying(
        Kind.EXTENSION, "Đề nghị điều chỉnh chương trình",
        "{unit} đề nghị {kind} trong chương trình {label}: {reason}",
    ),
    "changerequest.ask_drop": Saying(
        Kind.EXTENSION, "Đề nghị điều chỉnh chương trình",
        "{unit} đề nghị {kind} {label}: {reason}",
    ),
    "changerequest.ask_addition": Saying(
        Kind.EXTENSION, "Đề nghị bổ sung chương trình",
        "{unit} đề nghị {kind} vào chương trình {label}: {reason}",
    ),
    "changerequest.grant_change": Saying(
        Kind.EXTENSION, "Đồng ý điều chỉnh chương trình",
        "{who} đồng ý {kind}, chương trình {label}, theo đề nghị của {unit}.",
    ),
    "changerequest.refuse_change": Saying(
        Kind.EXTENSION, "Không đồng ý điều chỉnh chương trình",
        "{who} không đồng ý {kind}, chương trình {label}: {reason}",
    ),
    "explanation.explain": Saying(
        Kind.CHANGE, "Đơn vị nêu lý do chưa hoàn thành",
        "{who} nêu lý do một nội dung chương trình {label}: {reason}",
    ),
}  # fmt: skip
