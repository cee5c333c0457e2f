"""Talks between Bu Sari and Pak Budi, through the real actions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from kinerja.akun.models import User
from kinerja.dialog import actions
from kinerja.dialog.istilah import Pihak
from kinerja.dialog.models import DialogKinerja, Kesepakatan
from kinerja.kepegawaian.actions.perpindahan import change_penilai
from kinerja.kepegawaian.models import HubunganPenilai, Pegawai

Orang = Callable[[str], Pegawai]
PADA = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
MULAI = datetime(2026, 3, 9, 2, 0, tzinfo=UTC)  # 09.00 WIB


def user(orang: Orang, slug: str) -> User:
    akun = orang(slug).user
    assert akun is not None
    return akun


def hubungan_of(orang: Orang, slug: str = "pak-budi") -> HubunganPenilai:
    return HubunganPenilai.objects.get(penempatan__pegawai=orang(slug), selesai_on__isnull=True)


def jadwal(mulai_at: datetime = MULAI, **ganti: object) -> actions.IsianJadwal:
    return actions.IsianJadwal(**{"mulai_at": mulai_at, "tempat": "Ruang rapat lantai 2", **ganti})  # type: ignore[arg-type]


def buat_usul(
    orang: Orang, oleh: str = "bu-sari", *, at: datetime = PADA, mulai: datetime = MULAI
) -> DialogKinerja:
    return actions.propose_dialog(hubungan_of(orang), isian=jadwal(mulai), by=user(orang, oleh), at=at)


def buat_dialog(orang: Orang, *, at: datetime = PADA, mulai: datetime = MULAI) -> DialogKinerja:
    """Proposed by Bu Sari, accepted by Pak Budi."""
    usul = buat_usul(orang, at=at, mulai=mulai)
    return actions.accept_dialog(usul, revisi=0, by=user(orang, "pak-budi"), at=at)


def buat_selesai(orang: Orang, on: date) -> DialogKinerja:
    mulai = datetime(on.year, on.month, on.day, 2, tzinfo=UTC)
    dialog = buat_dialog(orang, at=mulai - timedelta(days=3), mulai=mulai)
    return actions.complete_dialog(
        dialog, revisi=dialog.revisi, by=user(orang, "bu-sari"), at=mulai + timedelta(hours=1)
    )


def buat_kesepakatan(
    orang: Orang, dialog: DialogKinerja, *, pemilik: Pihak = Pihak.PEGAWAI, batas_on: date = date(2026, 3, 31)
) -> Kesepakatan:
    isian = actions.IsianKesepakatan(teks="Menyusun jadwal jaga baru", pemilik=pemilik, batas_on=batas_on)
    return actions.add_kesepakatan(dialog, isian=isian, by=user(orang, "bu-sari"), at=PADA)


def ganti_penilai(orang: Orang) -> None:
    """From today Bu Yanti assesses Pak Budi."""
    hubungan = hubungan_of(orang)
    change_penilai(
        hubungan.penempatan,
        penilai=orang("bu-yanti"),
        on=date(2026, 3, 2),
        alasan="Penugasan baru",
        by=user(orang, "pak-anton"),
        at=PADA,
    )


def dunia_dialog(orang: Orang) -> dict[str, object]:
    """One of everything, for the walk over every address."""
    dialog = buat_dialog(orang)
    butir = actions.add_butir(dialog, teks="Beban jaga malam", by=user(orang, "pak-budi"), at=PADA)
    return {
        "hubungan_id": hubungan_of(orang).pk,
        "dialog_id": dialog.pk,
        "butir_id": butir.pk,
        "kesepakatan_id": buat_kesepakatan(orang, dialog).pk,
    }
