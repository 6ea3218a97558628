"""What is true of the whole installation."""

from django.db import models


class Installation(models.Model):
    """The one row that says whether this is a demonstration, and in which days it stands."""

    demo = models.BooleanField("trình diễn", default=False)
    clock_offset = models.BigIntegerField("đồng hồ lùi lại (giây)", default=0)

    class Meta:
        verbose_name = "cài đặt hệ thống"
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="one_installation"),
            models.CheckConstraint(
                condition=models.Q(demo=True) | models.Q(clock_offset=0),
                name="only_a_demonstration_turns_the_clock",
            ),
        ]

    def __str__(self) -> str:
        return "Trình diễn" if self.demo else "Vận hành"

    @classmethod
    def this(cls) -> "Installation":
        """The row, or an unsaved one for a database not yet used."""
        return cls.objects.filter(pk=1).first() or cls(pk=1)
