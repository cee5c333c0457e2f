"""What a token sees: its own instansi, and of that only what is settled. The one door of the API to a row."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kinerja.kebijakan.models import Periode
from kinerja.kepegawaian.models import Impor, Pegawai, Penempatan, UnitKerja
from kinerja.pelaksanaan.models import Realisasi
from kinerja.pelatihan.istilah import KeadaanSertifikat
from kinerja.pelatihan.models import Sertifikat
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.alur import StatusEvaluasi, StatusSKP
from kinerja.perencanaan.models import SKP
from kinerja.rekap.models import RekapKehadiran

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kinerja.integrasi.models import TokenAPI

# A plan that is being written belongs to those who write it.
_BERLAKU = (StatusSKP.DITETAPKAN, StatusSKP.DIEVALUASI, StatusSKP.DITUTUP)


def daftar_unit(token: TokenAPI) -> QuerySet[UnitKerja]:
    return UnitKerja.objects.filter(instansi_id=token.sistem.instansi_id)


def daftar_pegawai(token: TokenAPI) -> QuerySet[Pegawai]:
    return Pegawai.objects.filter(instansi_id=token.sistem.instansi_id)


def daftar_penempatan(token: TokenAPI, *, on: date) -> QuerySet[Penempatan]:
    return Penempatan.objects.berlaku(on).filter(pegawai__instansi_id=token.sistem.instansi_id)


def daftar_skp(token: TokenAPI) -> QuerySet[SKP]:
    """Plans that were set at least once and are not being changed."""
    return SKP.objects.filter(instansi_id=token.sistem.instansi_id, status__in=_BERLAKU, versi__gte=1)


def daftar_realisasi(token: TokenAPI) -> QuerySet[Realisasi]:
    return Realisasi.objects.filter(
        skp__instansi_id=token.sistem.instansi_id, skp__status__in=_BERLAKU, skp__versi__gte=1
    )


def daftar_hasil(token: TokenAPI) -> QuerySet[Evaluasi]:
    """Final ones only: what may still be objected to is a matter between two people."""
    return Evaluasi.objects.filter(instansi_id=token.sistem.instansi_id, status=StatusEvaluasi.FINAL)


def daftar_periode(token: TokenAPI) -> QuerySet[Periode]:
    return Periode.objects.filter(instansi_id=token.sistem.instansi_id)


def daftar_sertifikat(token: TokenAPI) -> QuerySet[Sertifikat]:
    return Sertifikat.objects.filter(
        pegawai__instansi_id=token.sistem.instansi_id, keadaan=KeadaanSertifikat.DIVERIFIKASI
    )


def daftar_kehadiran(token: TokenAPI) -> QuerySet[RekapKehadiran]:
    return RekapKehadiran.objects.filter(pegawai__instansi_id=token.sistem.instansi_id)


def daftar_impor(token: TokenAPI) -> QuerySet[Impor]:
    return Impor.objects.filter(instansi_id=token.sistem.instansi_id)
