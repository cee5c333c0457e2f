"""Who gives feedback to whom, and how little he has to see for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q, QuerySet

from kinerja.kepegawaian.lingkup import berlaku_pada, instansi_ids, lingkup
from kinerja.kepegawaian.models import HubunganPenilai, Pegawai, Penempatan
from kinerja.pelaksanaan.models import PeranPemberi, PermintaanUmpanBalik
from kinerja.pelaksanaan.permissions import BERJALAN, can_give_feedback
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.perencanaan.models import SKP, RencanaHasilKerja

if TYPE_CHECKING:
    from kinerja.akun.models import User


@dataclass(frozen=True, kw_only=True)
class SasaranUmpanBalik:
    """All that a giver is shown: a person, the titles of results he may speak about, and the values.

    No target, no realisation, no evidence, no rating.
    """

    skp_id: int
    nama: str
    jabatan: str
    unit: str
    daftar_rhk: tuple[tuple[int, str], ...]
    daftar_nilai: tuple[NilaiDasar, ...]
    permintaan: PermintaanUmpanBalik | None = None


def peran_pemberi(user: User, skp: SKP, *, on: date) -> PeranPemberi:
    """Derived on the day, never chosen: the side from which the giver sees the owner of the plan."""
    pegawai = lingkup(user).pegawai
    if pegawai is None:
        return PeranPemberi.LAINNYA
    if pegawai.pk in (skp.penilai_id, skp.atasan_penilai_id):
        return PeranPemberi.PIMPINAN
    daftar_penilai = set(
        HubunganPenilai.objects.filter(
            berlaku_pada(on) & berlaku_pada(on, awalan="penempatan__"), penempatan__pegawai=pegawai
        )
        .order_by("id")
        .values_list("penilai_id", flat=True)
    )
    if skp.pegawai_id in daftar_penilai:
        return PeranPemberi.BAWAHAN
    seunit = Penempatan.objects.berlaku(on).filter(pegawai=pegawai, unit_kerja_id=skp.unit_kerja_id)
    if (skp.penilai_id and skp.penilai_id in daftar_penilai) or seunit.exists():
        return PeranPemberi.REKAN
    return PeranPemberi.LAINNYA


def can_read_rhk(user: User, skp: SKP, *, on: date) -> bool:
    """Titles of results are for those who see the plan and for those who work with its owner every day."""
    if SKP.objects.visible_to(user).filter(pk=skp.pk).exists():
        return True
    return peran_pemberi(user, skp, on=on) is not PeranPemberi.LAINNYA


def rekan_ber_skp(user: User, *, on: date) -> QuerySet[SKP]:
    """Plans of colleagues of the same instansi that can receive feedback today, one's own circle first."""
    dari = lingkup(user)
    nomor = dari.pegawai.pk if dari.pegawai else None
    lingkaran = Penempatan.objects.berlaku(on).filter(pegawai=nomor, unit_kerja=OuterRef("unit_kerja"))
    return (
        SKP.objects.filter(
            instansi_id__in=instansi_ids(user),
            tahun=on.year,
            status__in=BERJALAN,
            mulai_on__lte=on,
            selesai_on__gte=on,
            closed_on=None,
        )
        .exclude(pegawai=nomor)
        .annotate(dekat=Exists(lingkaran) | Q(penilai=nomor))
        .select_related("pegawai", "penempatan__jabatan", "unit_kerja")
        .order_by("-dekat", "pegawai__nama", "id")
    )


def sasaran_umpan_balik(
    user: User, skp_id: int, *, on: date, permintaan_id: int | None = None
) -> SasaranUmpanBalik | None:
    """None when this person has nothing to do here, which the page answers with 404."""
    skp = (
        SKP.objects.filter(pk=skp_id, status__in=BERJALAN)
        .select_related("pegawai", "penempatan__jabatan", "unit_kerja")
        .first()
    )
    if skp is None or not can_give_feedback(user, skp):
        return None
    permintaan = _permintaan(lingkup(user).pegawai, skp, permintaan_id)
    if permintaan_id is not None and permintaan is None:
        return None
    return SasaranUmpanBalik(
        skp_id=skp.pk,
        nama=skp.pegawai.nama,
        jabatan=skp.penempatan.jabatan.nama,
        unit=skp.unit_kerja.nama,
        daftar_rhk=_titles(user, skp, permintaan, on),
        daftar_nilai=_values(permintaan),
        permintaan=permintaan,
    )


def _permintaan(pegawai: Pegawai | None, skp: SKP, permintaan_id: int | None) -> PermintaanUmpanBalik | None:
    if permintaan_id is None:
        return None
    return (
        PermintaanUmpanBalik.objects.filter(pk=permintaan_id, skp=skp, kepada=pegawai, declined_at=None)
        .select_related("peminta", "rhk")
        .first()
    )


def _titles(
    user: User, skp: SKP, permintaan: PermintaanUmpanBalik | None, on: date
) -> tuple[tuple[int, str], ...]:
    if permintaan is not None:
        return ((permintaan.rhk.pk, permintaan.rhk.teks),) if permintaan.rhk else ()
    if not can_read_rhk(user, skp, on=on):
        return ()
    daftar = RencanaHasilKerja.objects.filter(skp=skp).order_by("-jenis", "urutan", "id")
    return tuple(daftar.values_list("pk", "teks"))


def _values(permintaan: PermintaanUmpanBalik | None) -> tuple[NilaiDasar, ...]:
    if permintaan is None:
        return tuple(NilaiDasar)
    return (NilaiDasar(permintaan.nilai),) if permintaan.nilai else ()


def rekan_kerja(skp: SKP, *, on: date) -> QuerySet[Pegawai]:
    """People who see the owner at work: same unit, same penilai, his officials, those he assesses."""
    hubungan = HubunganPenilai.objects.filter(berlaku_pada(on) & berlaku_pada(on, awalan="penempatan__"))
    seatasan = hubungan.filter(Q(penilai=skp.penilai_id) | Q(penilai=skp.pegawai_id))
    seunit = Penempatan.objects.berlaku(on).filter(unit_kerja=skp.unit_kerja_id)
    return (
        Pegawai.objects.filter(
            Q(pk__in=seunit.order_by().values("pegawai"))
            | Q(pk__in=seatasan.order_by().values("penempatan__pegawai"))
            | Q(pk__in=[skp.penilai_id, skp.atasan_penilai_id])
        )
        .exclude(pk=skp.pegawai_id)
        .order_by("nama", "id")
    )
