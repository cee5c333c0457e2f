"""Asking for help, answering in time, and saying whether it came."""

from kinerja.dukungan.actions.janji import note_janji, receive_janji, unreceive_janji
from kinerja.dukungan.actions.jawaban import IsianJawaban, answer_dukungan
from kinerja.dukungan.actions.permintaan import (
    CannotSupport,
    IsianDukungan,
    ask_dukungan,
    receive_dukungan,
    report_missing,
    withdraw_dukungan,
)
from kinerja.dukungan.actions.tenggat import raise_dukungan

__all__ = [
    "CannotSupport",
    "IsianDukungan",
    "IsianJawaban",
    "answer_dukungan",
    "ask_dukungan",
    "note_janji",
    "raise_dukungan",
    "receive_dukungan",
    "receive_janji",
    "report_missing",
    "unreceive_janji",
    "withdraw_dukungan",
]
