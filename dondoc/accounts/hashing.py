"""How passwords are kept: argon2 in the profile that a hundred sign-ins at 8 o'clock can bear."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2(Argon2PasswordHasher):
    """19 MB and two passes, one lane (OWASP's profile); Django's own takes 100 MB a sign-in."""

    time_cost = 2
    memory_cost = 19_456
    parallelism = 1
