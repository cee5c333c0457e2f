"""Talks that wait for an answer, that come up, that are due; and what was agreed in them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from django.urls import reverse

from kinerja.dialog.istilah import KeadaanDialog
from kinerja.dialog.models import DialogKinerja
from kinerja.dialog.queries import BahanJarak, pasangan_dari
from kinerja.kepegawaian.models import Pegawai
from kinerja.lib.tanggal import format_hari_waktu
from kinerja.www.beranda.bacaan import Bacaan
from kinerja.www.beranda.tugas.bentuk import Tugas

SEGERA = timedelta(days=3)


def tugas_dialog(pegawai: Pegawai, bacaan: Bacaan, on: date) -> Iterator[Tugas]:
    for dialog in bacaan.dialog:
        yield from _of_talk(dialog, pegawai, on)
    yield from _reminder(pegawai, bacaan, on)
    for kesepakatan in bacaan.kesepakatan:
        tentang = "" if kesepakatan.pegawai_id == pegawai.pk else f", untuk {kesepakatan.pegawai.nama}"
        yield Tugas(
            kesepakatan.teks,
            f"{reverse('dialog:dialog_list')}#kesepakatan",
            "Buka",
            "jabat",
            f"Disepakati dalam dialog kinerja{tentang}",
            kesepakatan.batas_on,
            on > kesepakatan.batas_on,
            "Kerjakan {n} kesepakatan dialog",
            f"{reverse('dialog:dialog_list')}#kesepakatan",
        )


def _of_talk(dialog: DialogKinerja, pegawai: Pegawai, on: date) -> Iterator[Tugas]:
    lawan = dialog.lawan_bicara(pegawai.pk).nama
    alamat = reverse("dialog:dialog_detail", args=[dialog.pk])
    zona = ZoneInfo(dialog.instansi.zona_waktu)
    waktu = format_hari_waktu(dialog.mulai_at, zone=zona)
    hari = dialog.instansi.tanggal(dialog.mulai_at)
    if dialog.menunggu_jawaban and dialog.pengusul_id != pegawai.pk:
        yield Tugas(
            f"Jawab usul dialog {lawan}",
            alamat,
            "Jawab",
            "jadwal",
            f"Diusulkan {format_hari_waktu(dialog.ditanya_mulai_at, zone=zona)}.",
            terlambat=dialog.instansi.tanggal(dialog.ditanya_mulai_at) < on,
            kelompok="Jawab {n} usul waktu dialog",
            href_kelompok=reverse("dialog:dialog_list"),
        )
    if dialog.keadaan == KeadaanDialog.DISEPAKATI and hari < on:
        yield Tugas(
            f"Catat hasil dialog dengan {lawan}", alamat, "Catat", "jabat", f"Waktunya {waktu}. Tandai selesai, atau usulkan waktu lain."
        )  # fmt: skip
    elif dialog.keadaan == KeadaanDialog.DISEPAKATI and hari <= on + SEGERA:
        yield Tugas(
            f"Siapkan dialog dengan {lawan}", alamat, "Isi agenda", "jabat", f"{waktu}, {dialog.tempat}."
        )


def _reminder(pegawai: Pegawai, bacaan: Bacaan, on: date) -> Iterator[Tugas]:
    """One row, however many wait."""
    bahan = BahanJarak(hubungan=bacaan.hubungan, dialog=bacaan.dialog, kebijakan=bacaan.kebijakan)
    daftar = [p for p in pasangan_dari(bahan, on=on) if p.hubungan.penilai_id == pegawai.pk and p.terlambat]
    if not daftar:
        return
    nama = daftar[0].hubungan.penempatan.pegawai.nama if len(daftar) == 1 else f"{len(daftar)} orang"
    jarak = min(p.jarak_hari for p in daftar)
    yield Tugas(
        f"Jadwalkan dialog dengan {nama}",
        f"{reverse('dialog:dialog_list')}#tim",
        "Jadwalkan",
        "jabat",
        f"Sudah lebih dari {jarak} hari sejak dialog terakhir atau sejak mulai menilai.",
    )
