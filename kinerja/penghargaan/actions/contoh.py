"""From work that its owner lets others learn from to an example for everybody in that post."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.lib.baris import lock_row
from kinerja.lib.tanpa_nama import tanpa_nama
from kinerja.penghargaan.actions.karya import CannotShare, cannot_share
from kinerja.penghargaan.istilah import KeadaanKarya
from kinerja.penghargaan.models import KaryaTeladan
from kinerja.perencanaan.actions import IsiHasilTemplat, IsiIndikatorTemplat, save_hasil_templat, save_templat
from kinerja.perencanaan.models import SKP, HasilTemplat, RencanaHasilKerja, TemplatSKP
from kinerja.perencanaan.permissions import can_manage_templat


@transaction.atomic
def make_templat(karya: KaryaTeladan, *, by: User, at: datetime) -> HasilTemplat:
    """The words of the result and how it was measured. Targets stay with those who agreed on them; names are taken out."""
    dekat = KaryaTeladan.objects.select_related(
        "instansi", "evaluasi", "rhk__skp__penempatan__jabatan", "rhk__skp__unit_kerja", "rhk__skp__pegawai",
        "rhk__skp__penilai", "rhk__skp__atasan_penilai",
    )  # fmt: skip
    karya = lock_row(dekat, karya.pk)
    if not can_manage_templat(by, karya.instansi):
        raise PermissionDenied
    if karya.keadaan != KeadaanKarya.TAMPIL or not karya.contoh_skp:
        raise CannotShare("Pemiliknya tidak mengizinkan karya ini menjadi contoh SKP.")
    if halangan := cannot_share(karya.evaluasi):
        raise CannotShare(halangan)
    templat = _templat(karya, by=by, at=at)
    isi = _isi(karya.rhk)
    if templat.daftar_hasil.filter(teks__iexact=isi.teks).exists():
        raise CannotShare(f"Hasil kerja ini sudah ada dalam contoh “{templat.jabatan}”.")
    hasil = save_hasil_templat(templat, isi, by=by, at=at)
    rincian = {"templat": templat.pk, "jabatan": templat.jabatan}
    jejak.record("penghargaan.contoh_karya", karya, by=by, at=at, rincian=rincian)
    return hasil


def _templat(karya: KaryaTeladan, *, by: User, at: datetime) -> TemplatSKP:
    jabatan = karya.rhk.skp.penempatan.jabatan.nama
    daftar = TemplatSKP.objects.filter(instansi=karya.instansi, jabatan__iexact=jabatan)
    ada = daftar.select_related("instansi").order_by("id").first()
    return ada or save_templat(karya.instansi, jabatan=jabatan, by=by, at=at)


def _isi(rhk: RencanaHasilKerja) -> IsiHasilTemplat:
    skp = rhk.skp
    indikator = [
        IsiIndikatorTemplat(teks=_bare(satu.teks, skp), aspek=satu.aspek, satuan=satu.satuan, arah=satu.arah)
        for satu in rhk.daftar_indikator.order_by("urutan", "id")
    ]
    return IsiHasilTemplat(
        teks=_bare(rhk.teks, skp),
        jenis=rhk.jenis,
        rencana_aksi="\n".join(_bare(aksi.teks, skp) for aksi in rhk.daftar_aksi.order_by("urutan", "id")),
        daftar_indikator=indikator,
    )


def _bare(teks: str, skp: SKP) -> str:
    orang = [satu.nama for satu in (skp.pegawai, skp.penilai, skp.atasan_penilai) if satu is not None]
    return tanpa_nama(teks, orang=orang, tempat=[skp.unit_kerja.nama])
