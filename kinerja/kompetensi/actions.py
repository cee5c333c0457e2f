"""One mutation each: permission, rule, write, audit record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.models import Instansi, Jabatan
from kinerja.kompetensi.istilah import TINGKAT, JenisKompetensi
from kinerja.kompetensi.models import Kompetensi, StandarKompetensi, TingkatKompetensi
from kinerja.kompetensi.permissions import can_manage_kamus, can_manage_standar
from kinerja.lib.baris import lock_row


class CannotKeepKompetensi(Exception):
    """The dictionary cannot take it; the message says why."""


class CannotSetStandar(Exception):
    """The standard of the post cannot be set so; the message says why."""


@dataclass(frozen=True, kw_only=True)
class IsianKompetensi:
    """A competence as somebody typed it; `daftar_uraian` are the words of levels 1 to 5."""

    kode: str
    nama: str
    jenis: JenisKompetensi
    definisi: str
    sumber: str
    daftar_uraian: tuple[str, ...] = ()


@transaction.atomic
def add_kompetensi(instansi: Instansi, *, isian: IsianKompetensi, by: User, at: datetime) -> Kompetensi:
    if not can_manage_kamus(by, instansi):
        raise PermissionDenied
    instansi = Instansi.objects.select_for_update().get(pk=instansi.pk)
    return _keep(Kompetensi(instansi=instansi), isian, by=by, at=at)


@transaction.atomic
def change_kompetensi(
    kompetensi: Kompetensi, *, isian: IsianKompetensi, by: User, at: datetime
) -> Kompetensi:
    """The code may change too: standards hang on the record, not on its code."""
    kompetensi = _locked(kompetensi, by=by)
    return _keep(kompetensi, isian, by=by, at=at)


@transaction.atomic
def remove_kompetensi(kompetensi: Kompetensi, *, by: User, at: datetime) -> None:
    kompetensi = _locked(kompetensi, by=by)
    dipakai = kompetensi.daftar_standar.count()
    if dipakai:
        raise CannotKeepKompetensi(
            f"{kompetensi} masih disyaratkan oleh {dipakai} jabatan. Keluarkan dahulu dari standar jabatannya."
        )
    jejak.record("kompetensi.hapus", kompetensi, by=by, at=at, rincian={"kode": kompetensi.kode})
    kompetensi.delete()


@transaction.atomic
def set_standar(
    daftar_jabatan: Sequence[Jabatan], *, tingkat: Mapping[int, int], sumber: str, by: User, at: datetime
) -> None:
    """The whole standard of each post, by number of the competence; what is not named is no longer required."""
    if not daftar_jabatan or not all(can_manage_standar(by, jabatan) for jabatan in daftar_jabatan):
        raise PermissionDenied
    list(Jabatan.objects.select_for_update().filter(pk__in=[j.pk for j in daftar_jabatan]).order_by("pk"))
    kompetensi = _known(daftar_jabatan, tingkat)
    if tingkat and not sumber.strip():
        raise CannotSetStandar("Tulis dokumen asal standar ini, misalnya nomor keputusan tentang SKJ.")
    StandarKompetensi.objects.filter(jabatan__in=daftar_jabatan).delete()
    StandarKompetensi.objects.bulk_create(
        StandarKompetensi(
            jabatan=jabatan, kompetensi_id=nomor, tingkat=tingkat[nomor], sumber=sumber.strip()[:200]
        )
        for jabatan in daftar_jabatan
        for nomor in sorted(tingkat)
    )
    isi = {kompetensi[nomor]: tingkat[nomor] for nomor in sorted(tingkat)}
    for jabatan in daftar_jabatan:
        jejak.record(
            "kompetensi.standar", jabatan, by=by, at=at, rincian={"standar": isi, "sumber": sumber.strip()}
        )


def _locked(kompetensi: Kompetensi, *, by: User) -> Kompetensi:
    kompetensi = lock_row(Kompetensi.objects.select_related("instansi"), kompetensi.pk)
    if not can_manage_kamus(by, kompetensi.instansi):
        raise PermissionDenied
    return kompetensi


def _keep(kompetensi: Kompetensi, isian: IsianKompetensi, *, by: User, at: datetime) -> Kompetensi:
    _refuse_unusable(kompetensi, isian)
    tindakan = "kompetensi.ubah" if kompetensi.pk else "kompetensi.tambah"
    kompetensi.kode, kompetensi.nama, kompetensi.jenis = isian.kode, isian.nama, isian.jenis
    kompetensi.definisi, kompetensi.sumber = isian.definisi, isian.sumber
    kompetensi.save()
    kompetensi.daftar_tingkat.all().delete()
    TingkatKompetensi.objects.bulk_create(
        TingkatKompetensi(kompetensi=kompetensi, tingkat=tingkat, uraian=uraian.strip())
        for tingkat, uraian in zip(TINGKAT, isian.daftar_uraian, strict=False)
        if uraian.strip()
    )
    jejak.record(
        tindakan,
        kompetensi,
        by=by,
        at=at,
        rincian={"kode": isian.kode, "nama": isian.nama, "sumber": isian.sumber},
    )
    return kompetensi


def _refuse_unusable(kompetensi: Kompetensi, isian: IsianKompetensi) -> None:
    kembar = Kompetensi.objects.filter(instansi=kompetensi.instansi, kode__iexact=isian.kode)
    if kembar.exclude(pk=kompetensi.pk).exists():
        raise CannotKeepKompetensi(
            f"Kode {isian.kode} sudah dipakai kompetensi lain. Pilih kode yang berbeda."
        )
    if not isian.sumber.strip():
        raise CannotKeepKompetensi(
            "Tulis dari naskah atau dokumen mana kompetensi ini berasal; semua pegawai membacanya."
        )


def _known(daftar_jabatan: Sequence[Jabatan], tingkat: Mapping[int, int]) -> dict[int, str]:
    """Code by number; competences of another instansi or levels that do not exist are refused."""
    instansi = {jabatan.unit_kerja.instansi_id for jabatan in daftar_jabatan}
    kode = dict(
        Kompetensi.objects.filter(instansi_id__in=instansi, pk__in=tingkat)
        .order_by("pk")
        .values_list("pk", "kode")
    )
    if len(instansi) != 1 or set(kode) != set(tingkat):
        raise CannotSetStandar(
            "Ada kompetensi yang tidak lagi ada di kamus. Muat ulang halaman, lalu isi lagi."
        )
    if not set(tingkat.values()) <= set(TINGKAT):
        raise CannotSetStandar("Tingkat kompetensi adalah angka 1 sampai 5.")
    return kode
