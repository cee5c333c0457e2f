"""What the trail can do: add an event, note a look, seal events, issue a document."""

from kinerja.jejak.actions.akses import Penglihatan, record_akses
from kinerja.jejak.actions.catatan import record, seal
from kinerja.jejak.actions.terbitan import (
    CannotIssueDocument,
    issue_document,
    register_document,
    sidik_isian,
)
from kinerja.jejak.sidik import AWAL_RANTAI, sidik_dari

__all__ = [
    "AWAL_RANTAI",
    "CannotIssueDocument",
    "Penglihatan",
    "issue_document",
    "record",
    "record_akses",
    "register_document",
    "seal",
    "sidik_dari",
    "sidik_isian",
]
