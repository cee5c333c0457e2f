"""`python -m kinerja.api.v1 > docs/api/openapi.json`: the promise, as other systems read it."""

from __future__ import annotations

import os

import django


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    django.setup()
    from kinerja.api.v1.api import as_text  # noqa: PLC0415 - after the setup

    print(as_text(), end="")


if __name__ == "__main__":
    main()
