"""Records of a career, typed one by one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.karier.formulir import BENTUK, parse_catatan
from kinerja.karier.istilah import JenisCatatan
from kinerja.karier.models import Tercatat
from kinerja.karier.permissions import can_keep_records
from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.models import Pegawai
from kinerja.lib.baris import lock_row
from kinerja.peraturan.identitas import JenisASN


class CannotRecord(Exception):
    """It cannot be kept. `salah` names what to fill in otherwise; "" stands for all of it together."""

    def __init__(self, salah: Mapping[str, str]) -> None:
        super().__init__(" ".join(salah.values()))
        self.salah = dict(salah)


@transaction.atomic
def add_catatan(
    jenis: JenisCatatan, pegawai: Pegawai, teks: Mapping[str, str], *, by: User, at: datetime
) -> Tercatat:
    pegawai = lock_row(Pegawai.objects.select_related("instansi"), pegawai.pk)
    on = pegawai.instansi.tanggal(at)
    if not can_keep_records(by, pegawai, on=on):
        raise PermissionDenied
    bentuk = BENTUK[jenis]
    nilai, salah = parse_catatan(jenis, teks)
    if salah:
        raise CannotRecord(salah)
    asn = JenisASN(pegawai.jenis_asn) if pegawai.jenis_asn else None
    if masalah := " ".join(bentuk.periksa(nilai, asn, on)):
        raise CannotRecord({"": masalah})
    daftar = bentuk.model._default_manager
    if daftar.filter(pegawai=pegawai, **{k: nilai[k] for k in bentuk.kunci}).exists():
        raise CannotRecord(
            {"": f"{jenis.label} yang sama sudah tercatat. Hapus yang lama dahulu bila ingin menggantinya."}
        )
    catatan = daftar.create(pegawai=pegawai, recorded_at=at, **nilai)
    jejak.record("karier.catat", catatan, by=by, at=at, rincian=_for_trail(jenis, nilai))
    return catatan


@transaction.atomic
def remove_catatan(jenis: JenisCatatan, catatan: Tercatat, *, by: User, at: datetime) -> None:
    bentuk = BENTUK[jenis]
    catatan = lock_row(bentuk.model._default_manager.select_related("pegawai__instansi"), catatan.pk)
    if not can_keep_records(by, catatan.pegawai, on=catatan.pegawai.instansi.tanggal(at)):
        raise PermissionDenied
    nilai = {kunci: getattr(catatan, kunci) for kunci in bentuk.daftar_kunci}
    jejak.record("karier.hapus", catatan, by=by, at=at, rincian=_for_trail(jenis, nilai))
    catatan.delete()


def _for_trail(jenis: JenisCatatan, nilai: Mapping[str, Any]) -> dict[str, Any]:
    """The auditor reads the trail: all of a record whose page is open to him, of the others what was filled in and its days."""
    bentuk = BENTUK[jenis]
    isi = {isian: isian.show(nilai[isian.kunci]) for isian in bentuk.daftar_isian}
    if JenisPeran.AUDITOR in bentuk.model.pembaca_lain:
        return {"jenis": jenis.value} | {isian.label: teks for isian, teks in isi.items()}
    hari = {isian.label: teks for isian, teks in isi.items() if isian.jenis == "tanggal"}
    return {"jenis": jenis.value, "terisi": [isian.label for isian, teks in isi.items() if teks]} | hari
