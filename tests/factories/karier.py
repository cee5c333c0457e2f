"""Records of a career, as tests need them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from kinerja.karier.actions import set_angka_kredit
from kinerja.karier.istilah import JenisPenetapan
from kinerja.karier.models import (
    AngkaKreditLama,
    CalonPromosi,
    FormasiJF,
    PenetapanAngkaKredit,
    RiwayatPangkat,
    RiwayatPredikat,
)
from kinerja.karier.queries.penetapan import IsianPenetapan
from kinerja.kepegawaian.models import Pegawai
from tests.conftest import SEKARANG


def buat_pangkat(pegawai: Pegawai, golongan: str, tmt_on: date) -> RiwayatPangkat:
    return RiwayatPangkat.objects.create(
        pegawai=pegawai, golongan=golongan, tmt_on=tmt_on, dasar="SK 1/2023", recorded_at=SEKARANG
    )


def buat_predikat(
    pegawai: Pegawai, tahun: int, predikat: str, bulan_mulai: int = 1, bulan_selesai: int = 12
) -> RiwayatPredikat:
    return RiwayatPredikat.objects.create(
        pegawai=pegawai,
        tahun=tahun,
        predikat=predikat,
        bulan_mulai=bulan_mulai,
        bulan_selesai=bulan_selesai,
        dasar=f"Dokumen evaluasi {tahun}",
        recorded_at=SEKARANG,
    )


def buat_angka_kredit(
    pegawai: Pegawai, jenjang: str, nilai: str, sampai_on: date, unsur: str = "jf_lama"
) -> AngkaKreditLama:
    return AngkaKreditLama.objects.create(
        pegawai=pegawai,
        jenjang=jenjang,
        unsur=unsur,
        nilai=Decimal(nilai),
        sampai_on=sampai_on,
        dasar="PAK 7/2024",
        recorded_at=SEKARANG,
    )


def dunia_karier(orang: Callable[[str], Pegawai]) -> dict[str, object]:
    """Pak Budi's records for the walk over every address."""
    budi, anton = orang("pak-budi"), orang("pak-anton")
    pangkat = buat_pangkat(budi, "II/d", date(2023, 4, 1))
    formasi = FormasiJF.objects.create(
        instansi=budi.instansi, nama="Perawat", jenjang="mahir", jumlah=9, dasar="SK 2", recorded_at=SEKARANG
    )
    calon = CalonPromosi.objects.create(
        pegawai=budi, tahun=2026, alasan="Baik dua tahun.", listed_at=SEKARANG, listed_by=anton.user
    )
    return {
        "data_id": pangkat.pk,
        "formasi_id": formasi.pk,
        "promosi_id": calon.pk,
        "penetapan_id": _paper(budi, orang("bu-sari"), anton).pk,
    }


def _paper(budi: Pegawai, sari: Pegawai, anton: Pegawai) -> PenetapanAngkaKredit:
    buat_angka_kredit(budi, "terampil", "40", date(2024, 12, 31))
    buat_predikat(budi, 2025, "baik")
    return set_angka_kredit(
        budi,
        jenis=JenisPenetapan.KONVERSI,
        sampai_on=date(2025, 12, 31),
        isian=IsianPenetapan(nomor="1/AK/2026", penetap=sari, jabatan_penetap="Pejabat Penilai Kinerja,"),
        by=anton.user,
        at=SEKARANG,
    )
