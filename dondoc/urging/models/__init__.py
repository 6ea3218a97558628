"""The nouns of the room."""

from dondoc.urging.models.ladder import Ladder
from dondoc.urging.models.leader_words import LeaderWord
from dondoc.urging.models.reviews import Review, ReviewLine
from dondoc.urging.models.slips import Slip, SlipMatter

__all__ = ["Ladder", "LeaderWord", "Review", "ReviewLine", "Slip", "SlipMatter"]
