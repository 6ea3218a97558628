"""The ladder by which a committee urges: steps as data, with the default of practice."""

from django.db import models

from dondoc.agencies.models import Agency, CommitteeRules
from dondoc.rules.ladder import DEFAULT, Step, in_force


class Ladder(models.Model):
    """Thang đôn đốc a committee has set for itself; one that has not goes by the default."""

    committee = models.OneToOneField(Agency, models.CASCADE, related_name="+", primary_key=True)
    steps = models.JSONField("các bước")

    class Meta:
        verbose_name = "thang đôn đốc"

    def __str__(self) -> str:
        return f"Thang đôn đốc của {self.committee}"

    @classmethod
    def of(cls, committee: Agency) -> tuple[Step, ...]:
        """The committee's steps, with the numbers of its regulation."""
        own = cls.objects.filter(pk=committee.pk).first()
        steps = [Step.of(kept) for kept in own.steps] if own else DEFAULT
        rules = CommitteeRules.of(committee)
        return in_force(
            steps, stale_days=rules.stale_days, criticise=rules.red_periods_to_criticise,
            summon=rules.red_periods_to_summon,
        )  # fmt: skip
