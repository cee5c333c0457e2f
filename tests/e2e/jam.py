"""Settings of the server under the journeys: the demo's own, and a clock that starts on a working day in November.

By then every stage of the year has something to do, whatever day the suite runs on. The product asks only
`django.utils.timezone` for the time, so moving that one clock moves all of it; it goes on ticking.
"""

import os
import time
from datetime import UTC, datetime

from django.utils import timezone

from config.settings.dev import *  # noqa: F403 - every setting of the demo

HARI = datetime(2026, 11, 20, 2, 30, tzinfo=UTC)  # a Friday, half past nine in Jakarta
_bergeser = HARI - datetime.fromtimestamp(float(os.environ["KINERJA_MULAI"]), UTC)


def _now() -> datetime:
    return datetime.fromtimestamp(time.time(), UTC) + _bergeser


timezone.now = _now  # noqa: TID251 - this is the edge: it sets the clock that the product reads
