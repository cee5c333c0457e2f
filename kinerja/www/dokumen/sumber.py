"""Which paper is meant: a form, the plan or evaluation it speaks of, and the period."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet
from django.http import Http404

from kinerja.bimbingan.formulir import current_isian as isian_bimbingan
from kinerja.dokumen.isian import Isian
from kinerja.jejak.models import DokumenTerbit
from kinerja.kebijakan.models import Periode
from kinerja.lib.angka import parse_nomor
from kinerja.pelaksanaan.formulir import (
    pendokumentasian_isian,
    rencana_aksi_isian,
    rentang_periode,
    rentang_setahun,
    umpan_balik_isian,
)
from kinerja.penilaian.formulir import evaluasi_isian, load_evaluasi
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.formulir import formulir_evaluasi, formulir_skp, formulir_umpan_balik
from kinerja.peraturan.skp import KategoriSKP, Pendekatan
from kinerja.perencanaan.formulir import (
    lampiran_isian,
    load_skp,
    manual_isian,
    matriks_isian,
    skp_isian,
    workblock_isian,
)
from kinerja.perencanaan.models import SKP
from kinerja.tindak_lanjut.formulir import dokumen_evaluasi_isian, kode_dokumen_evaluasi

if TYPE_CHECKING:
    from kinerja.akun.models import User

_PER_SKP: dict[str, Callable[..., Isian]] = {
    "A.1.1": skp_isian,
    "A.1.2": skp_isian,
    "A.1.3": manual_isian,
    "A.1.4": workblock_isian,
    "A.1.5": matriks_isian,
    "A.1.6": skp_isian,
    "A.1.7": skp_isian,
    "A.1.8": lampiran_isian,
    "B.1.1": rencana_aksi_isian,
}
_PER_PERIODE: dict[str, Callable[..., Isian]] = {
    "B.1.2": pendokumentasian_isian,
    "B.1.3": umpan_balik_isian,
    "B.1.4": umpan_balik_isian,
    "B.1.5": umpan_balik_isian,
}
SETAHUN = "setahun"


@dataclass(frozen=True)
class Sumber:
    """A paper that can be printed: `objek` and `bagian` are what the register keeps it under."""

    isian: Isian
    objek: SKP | Evaluasi
    bagian: str


@dataclass(frozen=True)
class KodeSKP:
    """The forms that the category and the approach of a plan ask for."""

    skp: str
    umpan_balik: str
    evaluasi: str


def kode_of(skp: SKP) -> KodeSKP:
    kategori, pendekatan = KategoriSKP(skp.kategori), Pendekatan(skp.pendekatan)
    return KodeSKP(
        formulir_skp(kategori=kategori, pendekatan=pendekatan).kode,
        formulir_umpan_balik(kategori=kategori, pendekatan=pendekatan).kode,
        formulir_evaluasi(kategori=kategori, pendekatan=pendekatan).kode,
    )


def visible_skp(user: User) -> QuerySet[SKP]:
    """Also for the penilai of an evaluation who has since moved on."""
    pegawai = getattr(user, "pegawai", None)
    dinilai = Q(daftar_evaluasi__penilai=pegawai) | Q(daftar_evaluasi__atasan_penilai=pegawai)
    terlihat = SKP.objects.visible_to(user).values("pk")
    if pegawai is None:
        return SKP.objects.filter(pk__in=terlihat)
    return SKP.objects.filter(Q(pk__in=terlihat) | Q(pk__in=SKP.objects.filter(dinilai).values("pk")))


def find_sumber(user: User, *, skp_id: int, kode: str, bagian: str, at: datetime) -> Sumber:
    """The paper asked for, if this person may see it and the plan uses this form; 404 otherwise."""
    try:
        return build(
            visible_skp(user),
            Evaluasi.objects.visible_to(user),
            skp_id=skp_id,
            kode=kode,
            bagian=bagian,
            at=at,
        )
    except (SKP.DoesNotExist, Evaluasi.DoesNotExist, Periode.DoesNotExist):
        raise Http404 from None


def build(
    daftar_skp: QuerySet[SKP],
    daftar_evaluasi: QuerySet[Evaluasi],
    *,
    skp_id: int,
    kode: str,
    bagian: str,
    at: datetime,
) -> Sumber:
    if kode.startswith(("C.", "D.")):
        return _of_evaluasi(daftar_evaluasi.filter(skp_id=skp_id), kode=kode, bagian=bagian, at=at)
    skp = load_skp(daftar_skp, skp_id)
    dipakai = kode_of(skp)
    asing = {"A.1.1", "A.1.2", "A.1.6", "A.1.7", "B.1.3", "B.1.4", "B.1.5"} - {
        dipakai.skp,
        dipakai.umpan_balik,
    }
    if kode in asing:
        raise Http404
    if kode in _PER_SKP and not bagian:
        return Sumber(_PER_SKP[kode](skp, at=at), skp, "")
    if kode not in _PER_PERIODE or not bagian:
        raise Http404
    if bagian == SETAHUN:
        rentang = rentang_setahun(skp)
    else:
        periode = Periode.objects.get(pk=_number(bagian, "p"), instansi_id=skp.instansi_id, tahun=skp.tahun)
        rentang = rentang_periode(periode)
    return Sumber(_PER_PERIODE[kode](skp, rentang=rentang, at=at), skp, bagian)


def current_isian(dokumen: DokumenTerbit, *, at: datetime) -> Isian | None:
    """What the same paper would say today, whoever asks; None when it cannot be built any more."""
    if dokumen.objek_jenis.startswith("bimbingan."):
        return isian_bimbingan(dokumen, at=at)
    nomor, _, bagian = dokumen.objek_id.partition("/")
    try:
        if dokumen.objek_jenis == Evaluasi._meta.label_lower:
            evaluasi = Evaluasi.objects.get(pk=nomor)
            skp_id, bagian = evaluasi.skp_id, f"e{evaluasi.pk}"
        else:
            skp_id = int(nomor)
        return build(
            SKP.objects.all(), Evaluasi.objects.all(), skp_id=skp_id, kode=dokumen.kode, bagian=bagian, at=at
        ).isian
    except (SKP.DoesNotExist, Evaluasi.DoesNotExist, Periode.DoesNotExist, ValueError, Http404):
        return None


def _of_evaluasi(daftar: QuerySet[Evaluasi], *, kode: str, bagian: str, at: datetime) -> Sumber:
    evaluasi = load_evaluasi(daftar, _number(bagian, "e"))
    if kode == kode_of(evaluasi.skp).evaluasi:
        return Sumber(evaluasi_isian(evaluasi, at=at), evaluasi, "")
    if kode == kode_dokumen_evaluasi(evaluasi):
        return Sumber(dokumen_evaluasi_isian(evaluasi, at=at), evaluasi, "")
    raise Http404


def _number(bagian: str, huruf: str) -> int:
    nomor = parse_nomor(bagian[1:]) if bagian.startswith(huruf) else None
    if nomor is None:
        raise Http404
    return nomor
