"""A pembinaan outlives a placement: it goes with the person, and ends with a reason when he leaves."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.istilah import StatusPegawai
from kinerja.kepegawaian.models import Pegawai
from kinerja.kepegawaian.queries.penilai import atasan_dari, penempatan_kini, penilai_kini
from kinerja.lib.tanggal import format_tanggal
from kinerja.pembinaan.istilah import HasilPembinaan, StatusPembinaan
from kinerja.pembinaan.models import AlihPembinaan, RencanaPembinaan

_PERGI = {
    StatusPegawai.BERHENTI.value: "Pegawai berhenti atau pensiun",
    StatusPegawai.MPP.value: "Pegawai memasuki masa persiapan pensiun",
}


@transaction.atomic
def follow_running(nomor: list[int], *, at: datetime) -> int:
    """What the clock does for those that nobody opened: how many changed hands or ended."""
    berjalan = RencanaPembinaan.objects.running().filter(pk__in=nomor).order_by("id")
    terkunci = list(berjalan.select_for_update().values_list("pk", flat=True))
    berubah = 0
    for rencana in (
        RencanaPembinaan.objects.filter(pk__in=terkunci)
        .order_by("id")
        .select_related("pegawai", "penilai", "unit_kerja", "instansi")
    ):
        lama = (rencana.status, rencana.penilai_id, rencana.unit_kerja_id)
        kini = follow_person(rencana, at=at)
        berubah += lama != (kini.status, kini.penilai_id, kini.unit_kerja_id)
    return berubah


def follow_person(rencana: RencanaPembinaan, *, at: datetime) -> RencanaPembinaan:
    """Inside a transaction that holds the row. Does nothing when nothing moved."""
    if not rencana.terbuka:
        return rencana
    if rencana.pegawai.status in _PERGI:
        return _end(rencana, at=at)
    on = rencana.instansi.tanggal(at)
    tempat = penempatan_kini(rencana.pegawai, on=on)
    hubungan = penilai_kini(tempat) if tempat else None
    if tempat is None or hubungan is None:
        return rencana  # between two posts: it stays where it is until somebody takes the person over
    if (hubungan.penilai_id, tempat.unit_kerja_id) == (rencana.penilai_id, rencana.unit_kerja_id):
        return rencana
    alih = AlihPembinaan.objects.create(
        rencana=rencana,
        dari=rencana.penilai,
        kepada=hubungan.penilai,
        unit_lama=rencana.unit_kerja,
        unit_baru=tempat.unit_kerja,
        tanggal=max(hubungan.mulai_on, rencana.mulai_on),
    )
    nomor = atasan_dari(hubungan.penilai_id, on=on)
    rencana.penilai, rencana.unit_kerja = hubungan.penilai, tempat.unit_kerja
    rencana.atasan_penilai = Pegawai.objects.filter(pk=nomor).order_by("id").first() if nomor else None
    rencana.save(update_fields=["penilai", "unit_kerja", "atasan_penilai"])
    rincian = {"dari": alih.dari.nama, "kepada": alih.kepada.nama, "unit": alih.unit_baru.nama}
    jejak.record("pembinaan.beralih", rencana, by=None, at=at, rincian=rincian)
    return rencana


def _end(rencana: RencanaPembinaan, *, at: datetime) -> RencanaPembinaan:
    rencana.status, rencana.hasil = StatusPembinaan.SELESAI, HasilPembinaan.DIHENTIKAN
    rencana.alasan_hasil = (
        f"{_PERGI[rencana.pegawai.status]} sebelum pembinaan selesai; dicatat pada "
        f"{format_tanggal(rencana.instansi.tanggal(at))}. Penghentian ini bukan penilaian atas dirinya."
    )
    rencana.ditutup_at = at
    rencana.save(update_fields=["status", "hasil", "alasan_hasil", "ditutup_at"])
    jejak.record(
        "pembinaan.tutup",
        rencana,
        by=None,
        at=at,
        rincian={"hasil": rencana.hasil, "karena": rencana.pegawai.status},
    )
    return rencana
