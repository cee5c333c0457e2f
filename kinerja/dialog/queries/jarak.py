"""With whom somebody talks, when they last did, and whether it is time again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from kinerja.dialog.istilah import TERBUKA, KeadaanDialog
from kinerja.dialog.models import DialogKinerja, Kesepakatan
from kinerja.kebijakan.models import Kebijakan
from kinerja.kebijakan.queries import kebijakan_terdekat, versi_berlaku
from kinerja.kepegawaian.istilah import StatusPegawai
from kinerja.kepegawaian.models import HubunganPenilai, Pegawai
from kinerja.lib.sekaligus import read_together

JARAK_BAWAAN = 90
PALING_LAMA = timedelta(days=366)  # the longest interval that a policy may set
SEGERA = timedelta(days=7)


@dataclass(frozen=True, kw_only=True)
class Pasangan:
    """One relation with its talks: the last one that took place, and the one that is being arranged."""

    hubungan: HubunganPenilai
    terakhir_on: date | None
    terbuka: DialogKinerja | None
    jarak_hari: int
    on: date

    @property
    def batas_on(self) -> date:
        """A new pair has the whole interval before it is late."""
        return (self.terakhir_on or self.hubungan.mulai_on) + timedelta(days=self.jarak_hari)

    @property
    def terjadwal(self) -> bool:
        """An hour to come, agreed or waiting for an answer: nobody needs to be reminded of what is under way."""
        satu = self.terbuka
        return satu is not None and self.on <= max(
            satu.instansi.tanggal(jam) for jam in (satu.mulai_at, satu.ditanya_mulai_at)
        )

    @property
    def terlambat(self) -> bool:
        return self.on > self.batas_on and not self.terjadwal


@dataclass(frozen=True, kw_only=True)
class BahanJarak:
    """What `pasangan_dari` needs, read together with whatever else a page reads."""

    hubungan: list[HubunganPenilai] = field(default_factory=list)
    dialog: list[DialogKinerja] = field(default_factory=list)
    kebijakan: list[Kebijakan] = field(default_factory=list)


def bahan_jarak(pegawai: Pegawai, *, on: date) -> dict[str, QuerySet[Any]]:
    """Of both sides of the table; what was written in the talks stays where it is."""
    return {
        "hubungan": HubunganPenilai.objects.filter(
            Q(penilai=pegawai) | Q(penempatan__pegawai=pegawai),
            selesai_on__isnull=True,
            penempatan__pegawai__status=StatusPegawai.AKTIF,
        )
        .select_related("penilai", "penempatan__pegawai", "penempatan__jabatan", "penempatan__unit_kerja")
        .order_by("penempatan__pegawai__nama", "id"),
        "dialog": DialogKinerja.objects.filter(
            Q(pegawai=pegawai) | Q(penilai=pegawai),
            Q(keadaan__in=TERBUKA) | Q(keadaan=KeadaanDialog.SELESAI, terlaksana_on__gte=on - PALING_LAMA),
        )
        .select_related("pegawai", "penilai", "instansi")
        .defer("catatan", "pesan", "alasan_batal")
        .order_by("-mulai_at", "-id"),
        "kebijakan": Kebijakan.objects.in_force(on)
        .filter(unit_kerja__instansi_id=pegawai.instansi_id)
        .select_related("unit_kerja")
        .defer("dasar", "patok", "aturan_tindak_lanjut", "catatan_rating_kepala")
        .order_by("berlaku_on", "versi"),
    }


def read_jarak(pegawai: Pegawai, *, on: date) -> BahanJarak:
    return BahanJarak(**read_together(**bahan_jarak(pegawai, on=on)))


def pasangan_dari(bahan: BahanJarak, *, on: date) -> list[Pasangan]:
    """One of each two people, whatever posts they meet in."""
    berlaku = versi_berlaku(bahan.kebijakan, on=on)
    per_dua: dict[tuple[int, int], list[DialogKinerja]] = {}
    for dialog in bahan.dialog:
        per_dua.setdefault((dialog.penilai_id, dialog.pegawai_id), []).append(dialog)
    hasil: dict[tuple[int, int], Pasangan] = {}
    for hubungan in bahan.hubungan:
        dua = (hubungan.penilai_id, hubungan.penempatan.pegawai_id)
        kebijakan = kebijakan_terdekat(berlaku, hubungan.penempatan.unit_kerja.jalur)
        jarak = kebijakan.jarak_dialog_hari if kebijakan else JARAK_BAWAAN
        hasil.setdefault(dua, _pair(hubungan, per_dua.get(dua, ()), jarak, on))
    return list(hasil.values())


def _pair(hubungan: HubunganPenilai, daftar: Iterable[DialogKinerja], jarak: int, on: date) -> Pasangan:
    daftar = list(daftar)
    return Pasangan(
        hubungan=hubungan,
        terakhir_on=max((d.terlaksana_on for d in daftar if d.terlaksana_on), default=None),
        terbuka=next((d for d in daftar if d.terbuka), None),
        jarak_hari=jarak,
        on=on,
    )


def kesepakatan_mendesak(pegawai: Pegawai, *, on: date) -> QuerySet[Kesepakatan]:
    """What he himself promised and is due within a week, or was."""
    return (
        Kesepakatan.objects.carried_by(pegawai)
        .berjalan()
        .filter(pemilik=pegawai, batas_on__lte=on + SEGERA)
        .select_related("pegawai")
        .order_by("batas_on", "id")
    )
