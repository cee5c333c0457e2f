"""How it ends: always with a reason that the person reads, and never by itself."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.lib.tanggal import format_tanggal
from kinerja.pembinaan.actions.dasar import ALASAN_TERPENDEK, CannotCoach, clean_text, lock_for_leader
from kinerja.pembinaan.actions.terbitan import issue_berita
from kinerja.pembinaan.istilah import HasilPembinaan, JenisPeninjauan, StatusPembinaan
from kinerja.pembinaan.models import RencanaPembinaan
from kinerja.peraturan.identitas import JenisASN
from kinerja.peraturan.pembinaan import tangga_pembinaan


@transaction.atomic
def close_rencana(
    rencana: RencanaPembinaan, *, hasil: HasilPembinaan, alasan: str, by: User, at: datetime
) -> RencanaPembinaan:
    rencana = lock_for_leader(rencana, by=by, at=at)
    alasan = clean_text(alasan, "alasannya", terpendek=ALASAN_TERPENDEK)
    if sebab := _obstacle(rencana, hasil, at=at):
        raise CannotCoach(sebab)
    rencana.status, rencana.hasil, rencana.alasan_hasil = StatusPembinaan.SELESAI, hasil, alasan
    rencana.ditutup_at, rencana.ditutup_oleh = at, by
    rencana.save(update_fields=["status", "hasil", "alasan_hasil", "ditutup_at", "ditutup_oleh"])
    dasar = str(tangga_pembinaan.rujukan[0])
    jejak.record("pembinaan.tutup", rencana, by=by, at=at, rincian={"hasil": hasil.value}, dasar=dasar)
    issue_berita(rencana, by=by, at=at)
    return rencana


def _obstacle(rencana: RencanaPembinaan, hasil: HasilPembinaan, *, at: datetime) -> str:
    if hasil is HasilPembinaan.DIHENTIKAN:
        return ""
    if rencana.status == StatusPembinaan.DISUSUN:
        return "Rencana ini belum ditandatangani, jadi belum ada yang dijalani. Bila tidak jadi, pilih “Dihentikan”."
    if not rencana.daftar_peninjauan.filter(jenis=JenisPeninjauan.AKHIR).exists():
        return "Tulis peninjauan akhir dahulu: keadaan setiap sasaran menjadi dasar hasil ini."
    return "" if hasil is HasilPembinaan.MEMBAIK else _no_test_yet(rencana, at=at)


def _no_test_yet(rencana: RencanaPembinaan, *, at: datetime) -> str:
    """The next rung of the ladder is one for PNS, and stands after the months of improving."""
    if rencana.pegawai.jenis_asn != JenisASN.PNS:
        return (
            "Uji kompetensi adalah langkah bagi PNS. Untuk PPPK, hasil ini menjadi bahan pertimbangan perpanjangan "
            "perjanjian kerja; pilih “Dihentikan” dan tuliskan keadaannya."
        )
    if rencana.instansi.tanggal(at) <= rencana.batas_on:
        return f"Masa perbaikan berlaku sampai {format_tanggal(rencana.batas_on)}. Uji kompetensi baru dapat diusulkan sesudahnya."
    return ""
