"""Somebody asks for a file that is made in the background."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.laporan.istilah import BentukBerkas
from kinerja.laporan.lingkup import jalur_peran
from kinerja.laporan.models import Unduhan
from kinerja.laporan.permissions import can_report
from kinerja.laporan.queries.daftar import DAFTAR, saringan_as_dict
from kinerja.laporan.queries.dokumen import sumber_dokumen
from kinerja.lib.angka import format_angka
from kinerja.pekerjaan.actions import enqueue
from kinerja.setelan.queries import nilai

if TYPE_CHECKING:
    from kinerja.laporan.queries.bentuk import Saringan

PDF_TERBANYAK = 2000
DOKUMEN_TERBANYAK = 3000
SEKALIGUS = 5


class CannotPrepare(Exception):
    """The file cannot be made like this; the message says what to do."""


@dataclass(frozen=True, kw_only=True)
class Permintaan:
    """What is asked for. `lampiran`: with the plan and the evaluation behind each document (Pasal 28 ayat (2))."""

    saringan: Saringan
    bentuk: BentukBerkas
    judul: str
    nama_berkas: str
    lampiran: bool = False


def request_unduhan(permintaan: Permintaan, *, by: User, at: datetime, on: date) -> Unduhan:
    """The same request while it is still being made is one file; so a double click, or a second tab, is one."""
    if not can_report(by):
        raise PermissionDenied
    jumlah = _count(permintaan, by=by, on=on)
    with transaction.atomic():
        # A person's requests queue up behind his account, so that the limit holds for two tabs as well.
        User.objects.select_for_update().get(pk=by.pk)
        isi = saringan_as_dict(permintaan.saringan) | {"lampiran": permintaan.lampiran}
        berjalan = Unduhan.objects.filter(pemilik=by).in_preparation()
        sama = berjalan.filter(bentuk=permintaan.bentuk, saringan=isi).order_by("id").first()
        if sama is not None:
            return sama
        if berjalan.count() >= SEKALIGUS:
            raise CannotPrepare(
                f"Sudah ada {SEKALIGUS} unduhan Anda yang sedang disiapkan. Tunggu salah satunya selesai, lalu minta lagi."
            )
        return _create(permintaan, isi, jumlah=jumlah, by=by, at=at)


def _count(permintaan: Permintaan, *, by: User, on: date) -> int:
    if permintaan.bentuk is BentukBerkas.ZIP:
        jumlah = sumber_dokumen(by, permintaan.saringan, on=on).jumlah()
        batas, saran = DOKUMEN_TERBANYAK, "Pilih unit yang lebih kecil, lalu minta satu per satu."
    else:
        jumlah = DAFTAR[permintaan.saringan.jenis].susun(by, permintaan.saringan, on).jumlah()
        batas = PDF_TERBANYAK if permintaan.bentuk is BentukBerkas.PDF else 1_000_000
        saran = "Unduh sebagai Excel atau CSV, atau pilih unit yang lebih kecil."
    if not jumlah:
        raise CannotPrepare(DAFTAR[permintaan.saringan.jenis].kosong)
    if jumlah > batas:
        raise CannotPrepare(
            f"{format_angka(jumlah)} baris terlalu banyak untuk {permintaan.bentuk.label}; paling banyak "
            f"{format_angka(batas)}. {saran}"
        )
    return jumlah


def _create(permintaan: Permintaan, isi: dict[str, Any], *, jumlah: int, by: User, at: datetime) -> Unduhan:
    saringan = permintaan.saringan
    simpan = nilai(saringan.instansi_id, "unduhan").bulat("hari_simpan")
    unduhan = Unduhan.objects.create(
        pemilik=by,
        instansi_id=saringan.instansi_id,
        jenis=saringan.jenis,
        bentuk=permintaan.bentuk,
        judul=permintaan.judul[:250],
        saringan=isi,
        daftar_jalur=jalur_peran(by),
        jumlah=jumlah,
        nama_berkas=permintaan.nama_berkas,
        diminta_at=at,
        dihapus_at=at + timedelta(days=simpan),
    )
    sidik = hashlib.sha256(json.dumps([by.pk, permintaan.bentuk, isi], sort_keys=True).encode()).hexdigest()
    unduhan.pekerjaan = enqueue(
        "laporan.siapkan", by=by, at=at, argumen={"unduhan": unduhan.pk}, kunci=f"unduhan-{sidik[:40]}"
    )
    unduhan.save(update_fields=["pekerjaan"])
    jejak.record(
        "laporan.minta",
        unduhan,
        by=by,
        at=at,
        rincian={**isi, "bentuk": permintaan.bentuk.value, "baris": jumlah},
    )
    return unduhan
