"""What the admin does with other systems, and what the API writes in their name."""

from kinerja.integrasi.actions.akses import note_use
from kinerja.integrasi.actions.jawaban import KunciDipakaiLain, answer_once
from kinerja.integrasi.actions.pengiriman import queue_test, resend_pengiriman
from kinerja.integrasi.actions.sistem import (
    CannotIntegrate,
    IsianSistem,
    IsianToken,
    create_sistem,
    create_token,
    revoke_token,
)
from kinerja.integrasi.actions.webhook import IsianWebhook, create_webhook, stop_webhook

__all__ = [
    "CannotIntegrate",
    "IsianSistem",
    "IsianToken",
    "IsianWebhook",
    "KunciDipakaiLain",
    "answer_once",
    "create_sistem",
    "create_token",
    "create_webhook",
    "note_use",
    "queue_test",
    "resend_pengiriman",
    "revoke_token",
    "stop_webhook",
]
