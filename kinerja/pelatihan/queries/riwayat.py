"""Who has taken which training, and when: from our own classes and from certificates that were verified."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from django.db.models import Max

from kinerja.pelatihan.istilah import KeadaanPeserta, KeadaanSertifikat
from kinerja.pelatihan.models import PesertaPelatihan, Sertifikat


class Keikutsertaan(NamedTuple):
    """One person who finished one training; `kode` is that of the catalogue."""

    kode: str
    pegawai_id: int
    kelas_id: int
    mulai_on: date
    selesai_on: date


def sudah_diikuti(pegawai_id: int) -> frozenset[str]:
    return sudah_diikuti_banyak([pegawai_id]).get(pegawai_id, frozenset())


def sudah_diikuti_banyak(pegawai_ids: Collection[int]) -> dict[int, frozenset[str]]:
    """Codes of the trainings each one finished; who finished none is left out. Two queries."""
    lulus = PesertaPelatihan.objects.filter(pegawai_id__in=pegawai_ids, keadaan=KeadaanPeserta.LULUS)
    sah = Sertifikat.objects.filter(
        pegawai_id__in=pegawai_ids, keadaan=KeadaanSertifikat.DIVERIFIKASI, pelatihan__isnull=False
    )
    daftar: dict[int, set[str]] = {}
    for nomor, kode in lulus.order_by("id").values_list("pegawai_id", "kelas__pelatihan__kode"):
        daftar.setdefault(nomor, set()).add(kode)
    for nomor, kode in sah.order_by("id").values_list("pegawai_id", "pelatihan__kode"):
        daftar.setdefault(nomor, set()).add(kode)
    return {nomor: frozenset(isi) for nomor, isi in daftar.items()}


def terakhir_ikut(instansi_id: int) -> dict[int, date]:
    """The last day of everybody's last training; who had none is left out. One query."""
    daftar = PesertaPelatihan.objects.filter(
        kelas__pelatihan__instansi_id=instansi_id, keadaan=KeadaanPeserta.LULUS
    )
    return dict(
        daftar.order_by()
        .values("pegawai_id")
        .annotate(terakhir=Max("kelas__selesai_on"))
        .values_list("pegawai_id", "terakhir")
    )


def riwayat_lulus(instansi_id: int, *, mulai: date, selesai: date) -> list[Keikutsertaan]:
    """Who finished which class that ended between the two days: what "did it help" compares. One query."""
    daftar = PesertaPelatihan.objects.filter(
        kelas__pelatihan__instansi_id=instansi_id,
        kelas__selesai_on__range=(mulai, selesai),
        keadaan=KeadaanPeserta.LULUS,
    ).order_by("kelas__selesai_on", "kelas_id", "id")
    kolom = (
        "kelas__pelatihan__kode",
        "pegawai_id",
        "kelas_id",
        "kelas__mulai_on",
        "kelas__selesai_on",
    )
    return [Keikutsertaan(*isi) for isi in daftar.values_list(*kolom)]
