"""Asked by the browser before it sends what waited for a signal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import JsonResponse
from django.middleware.csrf import get_token
from django.utils import timezone
from django.views.decorators.http import require_safe

if TYPE_CHECKING:
    from django.http import HttpRequest


@login_not_required
@require_safe
def sambungan(request: HttpRequest) -> JsonResponse:
    """Who is signed in, the token his next form must carry (the page's may be stale), and the true time in ms."""
    # What waits on this device belongs to the real account: in practice nobody sends it, and nobody drops it.
    nyata = request.user.is_authenticated and not settings.KINERJA_LATIHAN
    orang = str(request.user.pk) if nyata else ""
    csrf = get_token(request) if orang else ""
    return JsonResponse({"orang": orang, "csrf": csrf, "kini": int(timezone.now().timestamp() * 1000)})
