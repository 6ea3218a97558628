"""The ward in the middle of a living month: April behind it, May under way, June to come."""

from dondoc.config.demo.month.chain import plan_chain
from dondoc.config.demo.month.meetings import plan_meetings
from dondoc.config.demo.month.programmes import plan_programmes
from dondoc.config.demo.month.remedying import plan_remedies
from dondoc.config.demo.month.stage import Month
from dondoc.config.demo.month.telling import plan_telling
from dondoc.config.demo.month.weeks import plan_weeks
from dondoc.config.demo.story import Story
from dondoc.config.demo.ward import Ward


def plan_month(story: Story, ward: Ward) -> None:
    """All that the ward does with its programmes, weeks, meetings and remedies until 12 May."""
    month = Month(story, ward)
    plan_meetings(month)
    plan_programmes(month)
    plan_weeks(month)
    plan_chain(month)
    plan_remedies(month)
    plan_telling(month)
