"""What the trail can do: add an event, follow them, note a look, seal events, issue a document."""

from kinerja.jejak.actions.akses import Penglihatan, record_akses
from kinerja.jejak.actions.catatan import record, seal
from kinerja.jejak.actions.ikuti import Bagian, await_end, next_lines, start_following
from kinerja.jejak.actions.terbitan import (
    CannotIssueDocument,
    issue_document,
    register_document,
    sidik_isian,
    succeed_document,
)
from kinerja.jejak.sidik import AWAL_RANTAI, sidik_dari

__all__ = [
    "AWAL_RANTAI",
    "Bagian",
    "CannotIssueDocument",
    "Penglihatan",
    "await_end",
    "issue_document",
    "next_lines",
    "record",
    "record_akses",
    "register_document",
    "seal",
    "sidik_dari",
    "sidik_isian",
    "start_following",
    "succeed_document",
]
