"""The inbox, what reaches one by mail, and the mails that reached nobody."""

from collections.abc import Iterable

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import model_to_dict
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from dondoc.accounts.sessions import device_of
from dondoc.agencies.models import Officer
from dondoc.agencies.roles import HEADS, LOOKS_AFTER_TELLING
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.database.clock import day_of
from dondoc.journal.models import Entry
from dondoc.notifications import actions, queries
from dondoc.notifications.forms import DeviceForm, PreferenceForm
from dondoc.notifications.heard import deeds_of, people_of, reminders_of
from dondoc.notifications.models import (
    Delivery,
    GuestLetter,
    Kind,
    MailReply,
    Notice,
    PushDevice,
)
from dondoc.notifications.pushing import public_key
from dondoc.notifications.queries import by_day, inbox_of, unread_by_kind
from dondoc.notifications.subjects import content_of, key_of, subjects_of
from dondoc.notifications.unsubscribing import refusal_of
from dondoc.tasks.actions import post_update  # noqa: F401  puts the move on the flow
from dondoc.tasks.flow import flow
from dondoc.tasks.models import Task
from dondoc.workflow import Refused

PER_PAGE = 50
HEARD_PER_PAGE = 20


@seated()
def inbox(request: SeatedRequest) -> HttpResponse:
    """What the officer was told, unread first, by day."""
    kind = request.GET.get("kind", "")
    kind = kind if kind in Kind.values else ""
    page = Paginator(inbox_of(request.officer, kind), PER_PAGE).get_page(request.GET.get("page"))
    unread = unread_by_kind(request.officer)
    context = {
        "page": page, "days": by_day(page.object_list), "kind": kind, "tabs": _tabs(kind, unread),
        "unread": sum(unread.values()),
        "sees_deliveries": request.officer.role in LOOKS_AFTER_TELLING,
        **_told_of(request, page.object_list),
    }  # fmt: skip
    return render(request, "notifications/inbox.html", context)


def _tabs(chosen: str, unread: dict[str, int]) -> list[dict[str, object]]:
    there = reverse("notifications:inbox")
    every = {"label": "Tất cả", "href": there, "current": not chosen, "count": sum(unread.values())}
    kinds = [
        {
            "label": kind.label, "href": f"{there}?kind={kind.value}", "count": unread.get(kind, 0),
            "current": kind == chosen,
        }
        for kind in Kind
    ]  # fmt: skip
    return [every, *kinds]


def _told_of(request: SeatedRequest, notices: Iterable[Notice]) -> dict[str, object]:
    """What the page says of a notice's subject, and where to do what is next and one's own."""
    subjects, update = subjects_of(notices), flow.moves["post_update"]

    def content(notice: Notice) -> str:
        subject = subjects.get(key_of(notice))
        return content_of(subject) if subject else ""

    def update_of(notice: Notice) -> str:
        task = subjects.get(key_of(notice)) if notice.asks_update else None
        is_open = task is not None and update.is_open_to(request.officer, task)
        return reverse("tasks:move", args=[task.code, update.verb]) if task and is_open else ""

    return {"content_of": content, "update_of": update_of}


@seated()
def open_notice(request: SeatedRequest, pk: int) -> HttpResponse:
    """To what the notice is about; it is read by that."""
    notice = get_object_or_404(Notice.objects.visible_to(request.officer), pk=pk)
    actions.read(notice, at=request.at)
    return redirect(notice.url)


@require_POST
@seated()
def read(request: SeatedRequest, pk: int) -> HttpResponse:
    """Marks one as read."""
    notice = get_object_or_404(Notice.objects.visible_to(request.officer), pk=pk)
    actions.read(notice, at=request.at)
    return redirect(_back(request))


@require_POST
@seated()
def read_all(request: SeatedRequest) -> HttpResponse:
    """Marks all, or all of one kind, as read."""
    count = actions.read_all(request.officer, request.POST.get("kind", ""), at=request.at)
    messages.success(request, f"Đã đánh dấu {count} thông báo là đã đọc.")
    return redirect(_back(request))


def _back(request: SeatedRequest) -> str:
    kind = request.POST.get("kind", "")
    there = reverse("notifications:inbox")
    return f"{there}?kind={kind}" if kind in Kind.values else there


@seated()
def preferences(request: SeatedRequest) -> HttpResponse:
    """Which kinds of notice the officer also wants by mail, and when letters may come."""
    wanted = queries.preference_of(request.officer)
    devices = list(PushDevice.objects.visible_to(request.officer).order_by("-added_at", "-pk"))
    form = PreferenceForm(
        request.POST if request.method == "POST" else None,
        initial={**model_to_dict(wanted), "kinds": wanted.mailed, "pushed": wanted.pushed},
        heads=request.officer.role in HEADS, texts=bool(settings.TEXT_GATEWAY),
        devices=bool(devices),
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        actions.choose(request.officer, at=request.at, **form.said())
        messages.success(request, "Đã lưu cách nhận tin.")
        return redirect("notifications:settings")
    user = request.officer.user
    context = {
        "form": form, "email": user.email, "phone": user.phone,
        "has_server": settings.EMAIL_HOST, "has_gateway": settings.TEXT_GATEWAY,
        "devices": devices, "push_key": public_key() if settings.PUSH_SERVICES else "",
    }  # fmt: skip
    return render(request, "notifications/settings.html", context, status=form.status)


@require_POST
@seated()
def send_test(request: SeatedRequest) -> HttpResponse:
    """A letter to oneself, to see whether letters arrive."""
    actions.send_test(request.officer, at=request.at)
    messages.success(request, f"Đã gửi thư thử đến {request.officer.user.email}.")
    return redirect("notifications:settings")


@require_POST
@seated()
def send_test_text(request: SeatedRequest) -> HttpResponse:
    """A message to one's own telephone."""
    actions.send_test_text(request.officer, at=request.at)
    messages.success(request, f"Đã gửi tin nhắn thử đến {request.officer.user.phone}.")
    return redirect("notifications:settings")


@require_POST
@seated()
def send_test_push(request: SeatedRequest) -> HttpResponse:
    """A notice on one's own devices."""
    actions.send_test_push(request.officer, at=request.at)
    messages.success(request, "Đã gửi thông báo thử đến các thiết bị đã bật.")
    return redirect("notifications:settings")


@require_POST
@seated()
def add_device(request: SeatedRequest) -> HttpResponse:
    """Turns notices on in the browser that asks."""
    form = DeviceForm(request.POST)
    if not form.is_valid():
        raise Refused("Trình duyệt chưa cho đủ thông tin để bật thông báo. Hãy bấm bật lại.")
    name = device_of(request.headers.get("User-Agent", ""))
    actions.add_device(request.officer, at=request.at, name=name, **form.cleaned_data)
    messages.success(request, f"Đã bật thông báo trên {name}. Hãy bấm gửi thử để kiểm tra.")
    return redirect("notifications:settings")


@require_POST
@seated()
def remove_device(request: SeatedRequest, pk: int) -> HttpResponse:
    """Turns notices off on one of one's devices."""
    device = get_object_or_404(PushDevice.objects.visible_to(request.officer), pk=pk)
    actions.remove_device(device)
    messages.success(request, f"Đã tắt thông báo trên {device.name}.")
    return redirect("notifications:settings")


@csrf_exempt  # a mail program presses for its reader, without a session; the address is signed
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """No more mail of a kind, from the mail itself; a person is asked once, a program is not."""
    refusal = refusal_of(token)
    if refusal is None:
        raise Http404
    if request.method == "POST":
        actions.unsubscribe(refusal, at=request.at)  # type: ignore[attr-defined]
    context = {"refusal": refusal, "done": request.method == "POST"}
    return render(request, "notifications/unsubscribe.html", context)


@seated(*LOOKS_AFTER_TELLING)
def deliveries(request: SeatedRequest) -> HttpResponse:
    """Mails that did not go out, and why."""
    waiting = Delivery.objects.visible_to(request.officer).undelivered()
    related = ("notice__officer__user", "notice__officer__agency")
    rows = Paginator(waiting.select_related(*related).order_by("-pk"), PER_PAGE)
    guests = GuestLetter.objects.visible_to(request.officer).undelivered()
    context = {
        "page": rows.get_page(request.GET.get("page")), "has_server": settings.EMAIL_HOST,
        "replies": _replies_in_vain(request.officer),
        "guests": list(guests.select_related("participant__meeting").order_by("-pk")[:PER_PAGE]),
    }  # fmt: skip
    return render(request, "notifications/deliveries.html", context)


def _replies_in_vain(officer: Officer) -> list[MailReply]:
    replies = MailReply.objects.visible_to(officer).filter(outcome=MailReply.Outcome.REFUSED)
    return list(replies.select_related("notice__officer__user").order_by("-pk")[:PER_PAGE])


@require_POST
@seated(*LOOKS_AFTER_TELLING)
def retry(request: SeatedRequest, pk: int) -> HttpResponse:
    """Has one mail tried again."""
    delivery = get_object_or_404(Delivery.objects.visible_to(request.officer), pk=pk)
    actions.retry(delivery, at=request.at)
    messages.success(request, "Đã xếp thư vào hàng gửi lại.")
    return redirect("notifications:deliveries")


@seated(*LOOKS_AFTER_TELLING)
def heard(request: SeatedRequest, code: str) -> HttpResponse:
    """Who was told of a task's deeds and deadlines, and why one person was or was not."""
    task = get_object_or_404(Task.objects.visible_to(request.officer), code=code)
    people = people_of(task, day_of(request.at))
    asked = request.GET.get("person", "")
    person = next((one for one in people if str(one.pk) == asked), None)
    entries = Entry.objects.about(task).order_by("-seq")
    page = Paginator(entries, HEARD_PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "task": task, "page": page, "deeds": deeds_of(task, page.object_list, person),
        "reminders": reminders_of(task, person), "person": person,
        "people_choices": [(one.pk, f"{one.name}, {one.full_title}") for one in people],
    }  # fmt: skip
    return render(request, "notifications/heard.html", context)
