"""An import in two steps: a dry run that is kept, and a confirmation that does exactly that."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.impor import apply_rows, check_rows
from kinerja.kepegawaian.impor.baris import BarisImpor, count_verdicts
from kinerja.kepegawaian.impor.berkas import lembar_as_json, read_sheet, rows_of
from kinerja.kepegawaian.impor.kiriman import rows_from
from kinerja.kepegawaian.impor.kolom import kolom_hilang, kunci_dari_judul
from kinerja.kepegawaian.istilah import JenisImpor, PutusanBaris, StatusImpor
from kinerja.kepegawaian.models import Impor, Instansi
from kinerja.kepegawaian.permissions import can_import
from kinerja.lib.baris import lock_row
from kinerja.lib.lembar_kerja import Lembar, LembarDitolak

__all__ = [
    "CannotImport",
    "ImporBerubah",
    "LembarDitolak",
    "cancel_impor",
    "check_impor",
    "check_kiriman",
    "confirm_impor",
]


class CannotImport(Exception):
    """The import cannot go on; the message says why."""


class ImporBerubah(CannotImport):
    """What was shown is no longer what would happen; a new dry run is ready."""


@transaction.atomic
def check_impor(
    instansi: Instansi, *, jenis: JenisImpor, isi: bytes, nama: str, by: User, at: datetime
) -> Impor:
    """Reads and judges the sheet and keeps the result; nothing else is written. May raise LembarDitolak."""
    if not can_import(by, instansi):
        raise PermissionDenied
    lembar = read_sheet(isi, jenis=jenis, nama=nama)
    peta = known_columns(instansi, jenis, lembar)
    impor = Impor(instansi=instansi, jenis=jenis, nama_berkas=nama[:200], diunggah_at=at, diunggah_oleh=by)
    impor.sidik_berkas = hashlib.sha256(isi).hexdigest()
    impor.mentah = lembar_as_json(lembar)
    if kolom_hilang(jenis, peta):
        impor.status = StatusImpor.DICOCOKKAN
        impor.ringkasan = {**count_verdicts([]), "catatan": list(lembar.catatan)}
        return _create(impor)
    mentah, catatan = rows_of(lembar, jenis=jenis, peta=peta)
    return _store(impor, mentah, catatan)


def known_columns(instansi: Instansi, jenis: JenisImpor, lembar: Lembar) -> dict[str, str]:
    """Heading → our key: as somebody said for an earlier sheet, or else by its name. LembarDitolak when none is known."""
    diingat = dict(
        instansi.daftar_peta_kolom.filter(jenis=jenis).order_by("id").values_list("judul", "kunci")
    )
    peta = kunci_dari_judul(jenis, lembar.judul_kolom, diingat)
    terbaca = f"Judul yang terbaca: {', '.join(lembar.judul_kolom[:12])}."
    if not peta:
        raise LembarDitolak(
            f"Tidak satu pun judul kolom kami kenali. {terbaca} Periksa apakah ini berkas {jenis.label}, "
            "atau pakai templatnya."
        )
    hilang = kolom_hilang(jenis, peta)
    if hilang and len(peta) == len(lembar.judul_kolom):
        raise LembarDitolak(
            f"Kolom {', '.join(hilang)} tidak ditemukan. {terbaca} Tambahkan kolomnya, lalu unggah lagi."
        )
    return peta


@transaction.atomic
def check_kiriman(
    instansi: Instansi,
    *,
    jenis: JenisImpor,
    daftar: Sequence[Mapping[str, str]],
    nama: str,
    by: User,
    at: datetime,
) -> Impor:
    """The same dry run for rows that another system sent. May raise LembarDitolak."""
    if not can_import(by, instansi):
        raise PermissionDenied
    mentah = rows_from(jenis, daftar)
    impor = Impor(instansi=instansi, jenis=jenis, nama_berkas=nama[:200], diunggah_at=at, diunggah_oleh=by)
    teks = json.dumps([dict(baris) for baris in daftar], sort_keys=True, ensure_ascii=False)
    impor.sidik_berkas = hashlib.sha256(teks.encode()).hexdigest()
    return _store(impor, mentah, [])


def _store(impor: Impor, mentah: Sequence[BarisImpor], catatan: list[str]) -> Impor:
    at = impor.diunggah_at
    hasil = check_rows(JenisImpor(impor.jenis), mentah, instansi=impor.instansi, on=timezone.localdate(at))
    impor.baris = [baris.as_json() for baris in hasil]
    impor.ringkasan = {**count_verdicts(hasil), "catatan": catatan}
    return _create(impor)


def _create(impor: Impor) -> Impor:
    impor.save(force_insert=True)
    jejak.record("impor.periksa", impor, by=impor.diunggah_oleh, at=impor.diunggah_at, rincian=_facts(impor))
    return impor


def confirm_impor(impor: Impor, *, by: User, at: datetime) -> Impor:
    """Applies the new and changed rows as shown. ImporBerubah, with a fresh dry run kept, when the world has moved."""
    with transaction.atomic():
        impor = locked_impor(impor, by=by)
        if impor.status == StatusImpor.DICOCOKKAN:
            raise CannotImport("Cocokkan dahulu kolomnya, supaya isi berkas ini dapat diperiksa.")
        ditampilkan = [BarisImpor.from_json(isi) for isi in impor.baris]
        jenis, on = JenisImpor(impor.jenis), timezone.localdate(at)
        kini = check_rows(jenis, ditampilkan, instansi=impor.instansi, on=on)
        berubah = kini != ditampilkan
        if berubah:
            _keep(impor, kini)
        else:
            _apply(impor, kini, by=by, at=at)
    if berubah:
        raise ImporBerubah(
            "Data berubah sejak berkas ini diperiksa, jadi belum ada yang diterapkan. Hasil pemeriksaan yang baru ada "
            "di bawah: baca lagi, lalu terapkan."
        )
    return impor


@transaction.atomic
def cancel_impor(impor: Impor, *, by: User, at: datetime) -> None:
    impor = locked_impor(impor, by=by)
    impor.status, impor.mentah = StatusImpor.DIBATALKAN, {}
    impor.save(update_fields=["status", "mentah"])
    jejak.record("impor.batal", impor, by=by, at=at)


def locked_impor(impor: Impor, *, by: User) -> Impor:
    impor = lock_row(Impor.objects.select_related("instansi"), impor.pk)
    if not can_import(by, impor.instansi):
        raise PermissionDenied
    if impor.status not in (StatusImpor.DICOCOKKAN, StatusImpor.DIPERIKSA):
        raise CannotImport(f"Impor ini {impor.get_status_display().lower()}, jadi tidak dapat diubah lagi.")
    return impor


def _keep(impor: Impor, hasil: Sequence[BarisImpor]) -> None:
    impor.baris = [baris.as_json() for baris in hasil]
    impor.ringkasan = {**impor.ringkasan, **count_verdicts(hasil)}
    impor.save(update_fields=["baris", "ringkasan"])


def _apply(impor: Impor, hasil: Sequence[BarisImpor], *, by: User, at: datetime) -> None:
    if not any(b.putusan in (PutusanBaris.BARU, PutusanBaris.BERUBAH) for b in hasil):
        raise CannotImport("Tidak ada baris baru atau berubah, jadi tidak ada yang perlu diterapkan.")
    apply_rows(impor, hasil, on=timezone.localdate(at))
    impor.status = StatusImpor.DITERAPKAN
    impor.diterapkan_at, impor.mentah = at, {}
    impor.save(update_fields=["status", "diterapkan_at", "mentah"])
    jejak.record("impor.terapkan", impor, by=by, at=at, rincian=_facts(impor))


def _facts(impor: Impor) -> dict[str, object]:
    return {
        "jenis": impor.jenis,
        "berkas": impor.nama_berkas,
        "sidik": impor.sidik_berkas,
        "jumlah": {kunci: impor.ringkasan[kunci] for kunci in PutusanBaris},
    }
