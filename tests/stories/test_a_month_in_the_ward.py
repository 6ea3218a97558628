"""The ward's month, from the 20th of May 2022 to its last day, by those who live it.

Việt and Phúc of the division of economy, Giang and Hạnh of the Office, Vice Chairman Yến and
Chairman Sơn with their phones; the clock is moved by the story, the house does its duties.
"""

import pytest

from tests.stories import a_meeting_in_its_week as meeting
from tests.stories import a_programme_of_june as programme
from tests.stories import a_remedy_by_the_25th as remedy
from tests.stories import a_slip_seen_first as slip
from tests.stories.living_ward import Ward

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a_programme_is_registered_arranged_approved_and_changed(ward: Ward) -> None:
    programme.register(ward)
    programme.send(ward)
    programme.urge(ward)
    programme.arrange(ward)
    programme.approve(ward)
    programme.publish(ward)
    programme.ask_for_a_move(ward)
    programme.decide_the_move(ward)


def test_a_meeting_is_made_ready_stands_in_the_week_and_is_concluded(ward: Ward) -> None:
    meeting.plan(ward)
    meeting.ask_opinion(ward)
    meeting.invite(ward)
    meeting.answer(ward)
    meeting.propose_week(ward)
    meeting.arrange_week(ward)
    meeting.publish_week(ward)
    address = meeting.subscribe(ward)
    meeting.postpone(ward, address)
    meeting.make_ready(ward)
    meeting.hold(ward)
    meeting.conclude(ward)


def test_what_was_late_is_put_right_and_the_month_is_told_to_the_chairman(ward: Ward) -> None:
    remedy.promise(ward)
    remedy.sign(ward)
    remedy.receive(ward)
    remedy.put_right(ward)
    remedy.close(ward)
    remedy.sum_up(ward)
    remedy.direct(ward)


def test_a_slip_is_seen_before_it_is_saved(ward: Ward) -> None:
    schedule = slip.lay_out(ward)
    slip.ask_what_if(ward, schedule)
    slip.read_on_a_phone(ward, schedule)
