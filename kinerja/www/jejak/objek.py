"""Whose plan, whose evaluation: the thing behind an event, named for a reader."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from kinerja.akun.models import User
from kinerja.jejak.istilah import nama_objek
from kinerja.jejak.models import Catatan
from kinerja.kebijakan.models import Periode
from kinerja.kepegawaian.models import Pegawai, UnitKerja
from kinerja.layanan.models import LayananPublik
from kinerja.penilaian.models import Evaluasi
from kinerja.perencanaan.models import SKP
from kinerja.tindak_lanjut.models import Keberatan

Nama = dict[str, str]


def _skp(daftar: list[str]) -> Nama:
    baris = SKP.objects.filter(pk__in=daftar).order_by("id").values_list("pk", "tahun", "pegawai__nama")
    return {str(nomor): f"SKP {tahun} {nama}" for nomor, tahun, nama in baris}


def _evaluasi(daftar: list[str]) -> Nama:
    baris = Evaluasi.objects.filter(pk__in=daftar).order_by("id")
    kolom = baris.values_list("pk", "periode__nama", "skp__pegawai__nama")
    return {str(nomor): f"Evaluasi {periode} {nama}" for nomor, periode, nama in kolom}


def _keberatan(daftar: list[str]) -> Nama:
    baris = Keberatan.objects.filter(pk__in=daftar).order_by("id")
    kolom = baris.values_list("pk", "evaluasi__periode__nama", "evaluasi__skp__pegawai__nama")
    return {str(nomor): f"Keberatan {periode} {nama}" for nomor, periode, nama in kolom}


def _pegawai(daftar: list[str]) -> Nama:
    baris = Pegawai.objects.filter(pk__in=daftar).order_by("id").values_list("pk", "nama")
    return {str(nomor): f"Pegawai {nama}" for nomor, nama in baris}


def _akun(daftar: list[str]) -> Nama:
    baris = User.objects.filter(pk__in=daftar).order_by("id").values_list("pk", "nama")
    return {str(nomor): f"Akun {nama}" for nomor, nama in baris}


def _periode(daftar: list[str]) -> Nama:
    baris = Periode.objects.filter(pk__in=daftar).order_by("id").values_list("pk", "nama")
    return {str(nomor): f"Periode {nama}" for nomor, nama in baris}


def _unit(daftar: list[str]) -> Nama:
    baris = UnitKerja.objects.filter(pk__in=daftar).order_by("id").values_list("pk", "nama")
    return {str(nomor): nama for nomor, nama in baris}


def _layanan(daftar: list[str]) -> Nama:
    baris = (
        LayananPublik.objects.filter(pk__in=daftar)
        .order_by("id")
        .values_list("pk", "nama", "unit_kerja__nama")
    )
    return {str(nomor): f"Titik layanan {nama}, {unit}" for nomor, nama, unit in baris}


_PENCARI: dict[str, Callable[[list[str]], Nama]] = {
    "perencanaan.skp": _skp,
    "penilaian.evaluasi": _evaluasi,
    "tindak_lanjut.keberatan": _keberatan,
    "kepegawaian.pegawai": _pegawai,
    "akun.user": _akun,
    "kebijakan.periode": _periode,
    "kepegawaian.unitkerja": _unit,
    "layanan.layananpublik": _layanan,
}


def name_objects(daftar: Iterable[Catatan]) -> dict[int, str]:
    """Event → name of its thing, one query for each kind in the list; a thing that is gone keeps its number."""
    per_jenis: dict[str, list[Catatan]] = defaultdict(list)
    for catatan in daftar:
        per_jenis[catatan.objek_jenis].append(catatan)
    nama: dict[int, str] = {}
    for jenis, kelompok in per_jenis.items():
        cari = _PENCARI.get(jenis)
        ada = cari([catatan.objek_id for catatan in kelompok]) if cari else {}
        nama |= {catatan.pk: ada.get(catatan.objek_id) or nama_objek(catatan) for catatan in kelompok}
    return nama
