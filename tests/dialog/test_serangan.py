"""What two people write down in a talk lies in one table and on the pages of those two, and nowhere else."""

from __future__ import annotations

import logging
import secrets
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.arsitektur.dunia import DAFTAR_PENGETUK
from tests.factories.dialog import MULAI, PADA, buat_dialog
from tests.sumber.penyerang import all_tables, dump

pytestmark = pytest.mark.django_db


@pytest.fixture
def rahasia() -> str:
    return f"rahasia{secrets.token_hex(8)}"


@pytest.fixture
def dialog(orang, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: MULAI + timedelta(hours=1))
    return buat_dialog(orang, at=PADA)


def tables_with(kata: str) -> set[str]:
    return {tabel for tabel, isi in dump(all_tables()).items() if kata in repr(isi)}


@pytest.mark.parametrize(
    ("nama", "isi", "tabel"),
    [
        ("catatan_pribadi_save", {"pribadi": "{}"}, {"dialog_catatanpribadi"}),
        ("catatan_save", {"catatan": "{}", "revisi": "0"}, {"dialog_dialogkinerja"}),
        ("butir_add", {"teks": "{}"}, {"dialog_butiragenda"}),
    ],
)
def test_words_of_a_talk_reach_neither_trail_nor_jobs_nor_log(
    dialog, masuk, rahasia, caplog, nama, isi, tabel
):
    budi = masuk("pak-budi")
    with caplog.at_level(logging.DEBUG):
        respons = budi.post(
            reverse(f"dialog:{nama}", args=[dialog.pk]), {k: v.format(rahasia) for k, v in isi.items()}
        )

    assert respons.status_code in (200, 302)
    assert tables_with(rahasia) == tabel
    tanpa_kueri = "".join(r.getMessage() for r in caplog.records if r.name != "django.db.backends")
    assert rahasia not in tanpa_kueri


def test_a_private_note_is_on_no_page_of_the_other_nor_of_any_role(dialog, masuk, rahasia):
    budi, alamat = masuk("pak-budi"), reverse("dialog:dialog_detail", args=[dialog.pk])
    budi.post(reverse("dialog:catatan_pribadi_save", args=[dialog.pk]), {"pribadi": rahasia})

    assert rahasia in budi.get(alamat).content.decode()
    for siapa, slug in DAFTAR_PENGETUK.items():
        if siapa not in ("pemilik", "anonim"):
            assert rahasia.encode() not in masuk(slug).get(alamat).content, siapa
