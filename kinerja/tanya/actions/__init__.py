"""Appointing whom to ask, asking, answering, and making an answer one for everybody."""

from kinerja.tanya.actions.faq import (
    CannotPublish,
    IsianFAQ,
    StaleFAQ,
    edit_faq,
    propose_faq,
    publish_faq,
    withdraw_faq,
)
from kinerja.tanya.actions.jawaban import answer_tanya, ask_again, settle_tanya, withdraw_tanya
from kinerja.tanya.actions.penggerak import (
    CannotAppoint,
    IsianPenggerak,
    appoint_penggerak,
    end_penggerak,
    expire_penggerak,
)
from kinerja.tanya.actions.pertanyaan import CannotAsk, ask_tanya, raise_tanya

__all__ = [
    "CannotAppoint",
    "CannotAsk",
    "CannotPublish",
    "IsianFAQ",
    "IsianPenggerak",
    "StaleFAQ",
    "answer_tanya",
    "appoint_penggerak",
    "ask_again",
    "ask_tanya",
    "edit_faq",
    "end_penggerak",
    "expire_penggerak",
    "propose_faq",
    "publish_faq",
    "raise_tanya",
    "settle_tanya",
    "withdraw_faq",
    "withdraw_tanya",
]
