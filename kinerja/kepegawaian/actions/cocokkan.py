"""Saying which column of a foreign sheet is which; remembered for the next sheet of the same kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.actions.impor import CannotImport, locked_impor
from kinerja.kepegawaian.impor import check_rows
from kinerja.kepegawaian.impor.baris import count_verdicts
from kinerja.kepegawaian.impor.berkas import lembar_from_json, rows_of
from kinerja.kepegawaian.impor.kolom import KOLOM, kolom_hilang, nama_kolom, normal
from kinerja.kepegawaian.istilah import JenisImpor, StatusImpor
from kinerja.kepegawaian.models import Impor, PetaKolom


class CannotMatch(CannotImport):
    """The columns cannot stand like this; the message says which."""


@transaction.atomic
def match_columns(impor: Impor, pilihan: Mapping[str, str], *, by: User, at: datetime) -> Impor:
    """`pilihan`: heading of the sheet → our key, or empty when it is not used. The dry run is made anew."""
    impor = locked_impor(impor, by=by)
    jenis = JenisImpor(impor.jenis)
    if not impor.mentah:
        raise CannotImport("Kolom impor ini tidak dapat dicocokkan lagi. Unggah berkasnya sekali lagi.")
    lembar = lembar_from_json(impor.mentah)
    peta = {judul: pilihan[judul] for judul in lembar.judul_kolom if pilihan.get(judul)}
    _check(jenis, peta)
    mentah, catatan = rows_of(lembar, jenis=jenis, peta=peta)
    hasil = check_rows(jenis, mentah, instansi=impor.instansi, on=timezone.localdate(at))
    impor.baris = [baris.as_json() for baris in hasil]
    impor.ringkasan = {**count_verdicts(hasil), "catatan": catatan}
    impor.status = StatusImpor.DIPERIKSA
    impor.save(update_fields=["baris", "ringkasan", "status"])
    _remember(impor, {judul: peta.get(judul, "") for judul in lembar.judul_kolom})
    jejak.record("impor.cocokkan", impor, by=by, at=at, rincian={"jenis": impor.jenis, "kolom": peta})
    return impor


def _check(jenis: JenisImpor, peta: Mapping[str, str]) -> None:
    asing = sorted(set(peta.values()) - {kolom.kunci for kolom in KOLOM[jenis]})
    if asing:
        raise CannotMatch("Salah satu pilihan kolom tidak dikenal. Pilih dari daftar, lalu simpan lagi.")
    ganda = [kunci for kunci, jumlah in Counter(peta.values()).items() if jumlah > 1]
    if ganda:
        nama = ", ".join(nama_kolom(jenis, kunci) for kunci in ganda)
        raise CannotMatch(f"{nama} dipilih untuk lebih dari satu kolom berkas. Sisakan satu saja.")
    if hilang := kolom_hilang(jenis, peta):
        raise CannotMatch(
            f"Tunjukkan juga kolom untuk {', '.join(hilang)}: isian ini wajib ada. Bila berkasnya memang tidak memuatnya, "
            "batalkan, tambahkan kolomnya, lalu unggah lagi."
        )


def _remember(impor: Impor, peta: Mapping[str, str]) -> None:
    daftar = [
        PetaKolom(instansi=impor.instansi, jenis=impor.jenis, judul=normal(judul)[:120], kunci=kunci)
        for judul, kunci in peta.items()
        if normal(judul)
    ]
    PetaKolom.objects.bulk_create(
        {satu.judul: satu for satu in daftar}.values(),
        update_conflicts=True,
        unique_fields=["instansi", "jenis", "judul"],
        update_fields=["kunci"],
    )
