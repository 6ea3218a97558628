"""What became of a programme, what was counted, why things were not done; versions side by side."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.planning.actions import programmes as actions
from dondoc.planning.comparing import compare_versions
from dondoc.planning.forms.programmes import ReasonForm
from dondoc.planning.outcomes import Line, Results, by_person, results_of
from dondoc.planning.programme_flow import registrant
from dondoc.planning.views.programmes.fetching import done, item_of, programme_of
from dondoc.planning.views.programmes.pages import head_of
from dondoc.rules.programmes import COUNT_LABELS, COUNTS, RATE_WORDS
from dondoc.workflow import attempt


@require_safe
@seated()
def results(request: SeatedRequest, pk: int) -> HttpResponse:
    """By unit and by person; every figure opens onto its list."""
    programme = programme_of(request, pk)
    found = results_of(programme, request.at)
    context = head_of(request, programme) | {
        "results": found,
        "people": by_person(found),
        "labels": COUNT_LABELS,
        "rate_words": RATE_WORDS,
        "over": programme.to_on < head_of(request, programme)["today"],
    }
    return render(request, "planning/programme_results.html", context)


@require_safe
@seated()
def behind(request: SeatedRequest, pk: int, unit: int, count: str) -> HttpResponse:
    """Exactly the items one figure counts; unit 0 is all of them."""
    programme = programme_of(request, pk)
    if count not in COUNTS:
        raise Http404
    found = results_of(programme, request.at)
    lines = found.units if unit == 0 else [_line(found, unit)]
    name = "Toàn UBND" if unit == 0 else lines[0].name
    return _behind(request, pk, lines, name, count)


def _line(found: Results, unit: int) -> Line:
    line = found.line(unit)
    if line is None:
        raise Http404
    return line


@require_safe
@seated()
def behind_person(request: SeatedRequest, pk: int, person: int, count: str) -> HttpResponse:
    """Exactly the items one figure of a person counts."""
    programme = programme_of(request, pk)
    people = by_person(results_of(programme, request.at))
    lines = [line for line in people if line.key == person]
    if count not in COUNTS or not lines:
        raise Http404
    return _behind(request, pk, lines, lines[0].name, count)


def _behind(
    request: SeatedRequest, pk: int, lines: list[Line], name: str, count: str
) -> HttpResponse:
    programme = programme_of(request, pk)
    context = head_of(request, programme) | {
        "judged": [one for line in lines for one in line.behind(count)],
        "tasks": [t for line in lines for t in line.unregistered] if count == OUTSIDE else [],
        "name": name,
        "label": COUNT_LABELS[count],
        "may_explain": lambda one: registrant(request.officer, one.item),
    }
    return render(request, "planning/programme_behind.html", context)


OUTSIDE = "unregistered"


@seated()
def explain(request: SeatedRequest, pk: int) -> HttpResponse:
    """The unit says why."""
    item = item_of(request, pk)
    form = ReasonForm(request.POST or None, label="Lý do chưa hoàn thành, hoàn thành chậm")
    if request.method == "POST" and form.is_valid():
        attempt(form, actions.explain, item, by=request.officer, at=request.at, **form.cleaned_data)
        if form.is_valid():
            return done(request, "Đã ghi lý do.", "planning:item", item.pk)
    context = {
        "item": item, "programme": item.programme, "form": form, "title": "Nêu lý do",
        "send": "Ghi lý do",
    }  # fmt: skip
    return render(request, "planning/programme_item_form.html", context, status=form.status)


@require_safe
@seated()
def compare(request: SeatedRequest, pk: int) -> HttpResponse:
    """Two versions side by side: what was added, moved, dropped, put in other words."""
    programme = programme_of(request, pk)
    versions = list(programme.versions.order_by("number"))
    if not versions:
        raise Http404
    numbers = {version.number: version for version in versions}
    one = numbers.get(_number(request, "from"), versions[0])
    other = numbers.get(_number(request, "to"), versions[-1])
    context = head_of(request, programme) | {
        "versions": versions,
        "one": one,
        "other": other,
        "options": [(one.number, str(one).capitalize()) for one in versions],
        "differences": compare_versions(one.items, other.items),
    }
    return render(request, "planning/programme_compare.html", context)


def _number(request: SeatedRequest, name: str) -> int:
    said = request.GET.get(name, "")
    return int(said) if said.isdecimal() and len(said) < 6 else 0
