"""How passwords are kept. The cost is a decision, see docs/adr/0008-kata-sandi-argon2id.md."""

from __future__ import annotations

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2idHasher(Argon2PasswordHasher):
    """OWASP's minimum: 19 MiB, two passes, one lane. A changed cost rehashes at the next sign-in."""

    time_cost = 2
    memory_cost = 19 * 1024  # KiB
    parallelism = 1
