"""The reader against real directives labelled by hand, where they lie beside the house."""

import json
from datetime import date
from pathlib import Path

import pytest

from dondoc.rules.directive import read
from dondoc.rules.folding import fold

SHARED = Path(__file__).parents[3].parent / "shared" / "data"
LABELS = sorted((SHARED / "directives" / "dev").glob("*.json"))
SEED = SHARED / "seeds" / "000_ef3a4b1c2b4f9528.txt"
LEAST = {"top": 0.98, "orders": 0.97, "lead": 0.94, "deadlines": 0.97}


def overlap(label, order):
    shared = min(label["end"], order.end) - max(label["start"], order.start)
    return shared / (max(label["end"], order.end) - min(label["start"], order.start))


def pairs(labels, orders):
    """Labelled orders with the order read at the same place."""
    return [(a, b) for a in labels for b in orders if overlap(a, b) >= 0.5]


def terms(order):
    return sorted((d.kind, str(d.due_on)) for d in order.deadlines)


def labelled_terms(label):
    return sorted((d["kind"], str(d["due_on"])) for d in label["deadlines"])


def counts(label_file):
    """(right, labelled, read) for each field of one text."""
    label = json.loads(label_file.read_text())
    directive = read(label_file.with_suffix(".txt").read_text())
    both = pairs(label["tasks"], directive.orders)
    issued = label["issued_on"] and date.fromisoformat(label["issued_on"])
    top = [directive.number == label["number"], directive.issued_on == issued]
    top += [
        directive.type == label["type"],
        fold(directive.issuer or "") == fold(label["issuer"] or ""),
    ]
    return {
        "top": (sum(top), 4, 4),
        "orders": (len(both), len(label["tasks"]), len(directive.orders)),
        "lead": (
            sum(set(map(fold, a["lead"])) == set(map(fold, b.lead)) for a, b in both),
            *[len(both)] * 2,
        ),
        "deadlines": (sum(labelled_terms(a) == terms(b) for a, b in both), *[len(both)] * 2),
    }


@pytest.mark.skipif(not LABELS, reason="labelled directives are not at hand")
@pytest.mark.parametrize("field", LEAST)
def test_real_directives_are_read_well_enough(field):
    right, labelled, found = (sum(c) for c in zip(*(counts(f)[field] for f in LABELS), strict=True))
    assert 2 * right / (labelled + found) >= LEAST[field]


@pytest.mark.skipif(not SEED.exists(), reason="the real dispatch is not at hand")
def test_the_real_dispatch_gives_four_orders_and_no_day():
    orders = read(SEED.read_text()).orders
    assert [o.lead for o in orders] == [
        ("UBND quận Liên Chiểu",),
        ("Ban Xúc tiến và Hỗ trợ đầu tư",),
        ("các cơ quan, đơn vị",),
        ("Văn phòng UBND thành phố",),
    ]
    assert not any(d.due_on for o in orders for d in o.deadlines)
