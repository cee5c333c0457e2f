"""Handing letters to the mail server, and what its answer means for whoever wants each letter to leave once."""

from __future__ import annotations

import logging
import smtplib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING

from django.core.mail import get_connection

if TYPE_CHECKING:
    from django.core.mail import EmailMessage
    from django.core.mail.backends.base import BaseEmailBackend

logger = logging.getLogger(__name__)

# Longer than any server may keep a worker waiting (EMAIL_TIMEOUT), so that no other worker gives up a letter on its way.
RAGU = timedelta(minutes=10)


class Jawaban(Enum):
    TERKIRIM = auto()
    NANTI = auto()  # refused for now: it certainly did not leave
    DITOLAK = auto()  # refused for good
    TIDAK_PASTI = auto()  # the line broke, and nobody can know


@contextmanager
def opened_post() -> Iterator[BaseEmailBackend | None]:
    """None while the server is away: nothing is begun then, and everything waits."""
    lewat = get_connection()
    try:
        lewat.open()
    except (OSError, smtplib.SMTPException) as galat:
        logger.warning("Server surat belum terjangkau: %s", galat)
        yield None
        return
    try:
        yield lewat
    finally:
        lewat.close()


def is_alive(lewat: BaseEmailBackend) -> bool:
    """Asked before a letter is claimed: what is claimed should really leave."""
    smtp = getattr(lewat, "connection", None)
    if not isinstance(smtp, smtplib.SMTP):
        return True
    try:
        return smtp.noop()[0] == 250
    except (OSError, smtplib.SMTPException):
        return False


def hand_over(pesan: EmailMessage, *, lewat: BaseEmailBackend) -> Jawaban:
    pesan.connection = lewat
    try:
        pesan.send()
    except smtplib.SMTPRecipientsRefused as galat:
        sementara = all(400 <= kode < 500 for kode, _ in galat.recipients.values())
        return Jawaban.NANTI if sementara else Jawaban.DITOLAK
    except smtplib.SMTPResponseException as galat:
        return Jawaban.DITOLAK if galat.smtp_code >= 500 else Jawaban.NANTI
    except (OSError, smtplib.SMTPException) as galat:
        logger.warning("Surat %s tidak pasti sampai: %s", pesan.extra_headers.get("Message-ID", ""), galat)
        return Jawaban.TIDAK_PASTI
    except ValueError:  # an address that is none
        return Jawaban.DITOLAK
    return Jawaban.TERKIRIM
