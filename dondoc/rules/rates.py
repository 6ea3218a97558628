"""Rates as whole hundredths of a percent: the one place where a rate is rounded."""


def rate_in_hundredths(x: int, n: int) -> int | None:
    """x of n in hundredths of a percent, half up: 50 of 171 is 2924. None when n is 0."""
    return (20000 * x + n) // (2 * n) if n else None
