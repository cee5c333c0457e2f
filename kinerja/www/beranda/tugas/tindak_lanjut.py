"""What a pembinaan asks of its two sides, and what waits on the board."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.urls import reverse

from kinerja.kebijakan.models import Periode
from kinerja.kepegawaian.models import Pegawai
from kinerja.pembinaan.istilah import StatusPembinaan
from kinerja.pembinaan.models import PertemuanPembinaan, RencanaPembinaan
from kinerja.www.beranda.bacaan import Bacaan
from kinerja.www.beranda.tugas.bentuk import Tugas

MENJELANG = 14  # days before the limit from which it is called to mind


def tugas_pembinaan(pegawai: Pegawai, bacaan: Bacaan, on: date) -> Iterator[Tugas]:
    for rencana in bacaan.pembinaan:
        if rencana.pegawai_id == pegawai.pk:
            yield from _of_person(rencana)
        else:
            yield from _of_leader(rencana, on)
    for pertemuan in bacaan.pertemuan_pembinaan:
        yield _unread(pertemuan, pegawai)


def _of_person(rencana: RencanaPembinaan) -> Iterator[Tugas]:
    if rencana.status == StatusPembinaan.BERJALAN and not rencana.sikap:
        yield Tugas(
            "Baca dan jawab rencana pembinaan Anda",
            reverse("pembinaan:rencana_detail", args=[rencana.pk]),
            "Jawab",
            "tanda_tangan",
            "Anda boleh setuju atau tidak; pendapat Anda tetap tercatat.",
        )


def _of_leader(rencana: RencanaPembinaan, on: date) -> Iterator[Tugas]:
    alamat = reverse("pembinaan:rencana_detail", args=[rencana.pk])
    if rencana.status == StatusPembinaan.DISUSUN:
        yield Tugas(
            f"Lengkapi rencana pembinaan {rencana.pegawai.nama}",
            alamat,
            "Lengkapi",
            "tanda_tangan",
            "Sasaran, langkah, dan bantuan, lalu tanda tangan Anda.",
        )
    elif (rencana.batas_on - on).days <= MENJELANG:
        yield Tugas(
            f"Tinjau akhir pembinaan {rencana.pegawai.nama}",
            alamat,
            "Tinjau",
            "periksa",
            "Tulis peninjauan akhir, lalu hasilnya, bersama pegawai.",
            rencana.batas_on,
            on > rencana.batas_on,
        )


def _unread(pertemuan: PertemuanPembinaan, pegawai: Pegawai) -> Tugas:
    rencana = pertemuan.rencana
    sendiri = rencana.pegawai_id == pegawai.pk
    return Tugas(
        "Baca catatan pertemuan pembinaan" + ("" if sendiri else f" {rencana.pegawai.nama}"),
        reverse("pembinaan:rencana_detail", args=[rencana.pk]) + "#pertemuan",
        "Baca",
        "bicara",
        f"Ditulis {pertemuan.ditulis_oleh.nama}.",
        kelompok="Baca {n} catatan pertemuan pembinaan",
        href_kelompok=reverse("pembinaan:pembinaan_list"),
    )


def tugas_papan(daftar: Iterable[Periode]) -> Iterator[Tugas]:
    """One row a period; how many is what the board says."""
    for periode in daftar:
        yield Tugas(
            f"Putuskan usulan tindak lanjut {periode.nama}",
            f"{reverse('tindak_lanjut:papan')}?periode={periode.pk}",
            "Putuskan",
            "timbangan",
            "Yang diusulkan aturan dari hasil yang sudah pasti.",
            kelompok="Putuskan usulan tindak lanjut dari {n} periode",
            href_kelompok=reverse("tindak_lanjut:papan"),
        )
