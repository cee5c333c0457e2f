"""Assessments, an annual predikat, a key post and a decision, for tests."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kinerja.akun.models import User
from kinerja.karier.models import RiwayatPredikat
from kinerja.kepegawaian.models import Jabatan, Pegawai, Penempatan
from kinerja.peraturan.talenta import UnsurPotensial
from kinerja.talenta.models import JabatanKunci, PenilaianPotensi, PoolSuksesi
from tests.conftest import SEKARANG


def beri_predikat(pegawai: Pegawai, predikat: str = "baik", *, tahun: int = 2025) -> RiwayatPredikat:
    return RiwayatPredikat.objects.create(
        pegawai=pegawai, tahun=tahun, predikat=predikat, dasar="Dokumen evaluasi", recorded_at=SEKARANG
    )


def beri_potensi(
    pegawai: Pegawai, *nilai: int, oleh: User, pada: date = date(2025, 6, 1)
) -> list[PenilaianPotensi]:
    """Competence, potential, track record; fewer numbers leave the rest out."""
    return [
        PenilaianPotensi.objects.create(
            pegawai=pegawai,
            unsur=unsur,
            nilai=Decimal(angka),
            penilai="Pusat asesmen provinsi",
            pusat_asesmen=unsur != UnsurPotensial.REKAM_JEJAK,
            dinilai_on=pada,
            sumber="Laporan 1/2025",
            dicatat_at=SEKARANG,
            dicatat_oleh=oleh,
        )
        for unsur, angka in zip(UnsurPotensial, nilai, strict=False)
    ]


def tandai_kunci(jabatan: Jabatan, *, oleh: User) -> JabatanKunci:
    return JabatanKunci.objects.create(
        jabatan=jabatan, alasan="Tidak boleh kosong.", ditandai_at=SEKARANG, ditandai_oleh=oleh
    )


def catat_calon(kunci: JabatanKunci, pegawai: Pegawai, *, oleh: User, **lain: object) -> PoolSuksesi:
    tempat = (
        Penempatan.objects.filter(pegawai=pegawai, jenis="definitif").order_by("-mulai_on", "-pk").first()
    )
    isi = {
        "putusan": "masuk",
        "kotak": 8,
        "alasan": "Sudah memimpin tim imunisasi.",
        "diputus_at": SEKARANG,
        "diputus_oleh": oleh,
        "berlaku_sampai_on": date(2027, 3, 2),
    }
    return PoolSuksesi.objects.create(
        jabatan_kunci=kunci, pegawai=pegawai, penempatan=tempat, **{**isi, **lain}
    )


def plant_talenta(budi: Pegawai, admin: Pegawai, jabatan: Jabatan) -> dict[str, object]:
    """Pak Budi assessed, and a candidate for a post of his own office."""
    potensi = beri_potensi(budi, 84, 82, 88, oleh=admin.user)
    kunci = tandai_kunci(jabatan, oleh=admin.user)
    return {
        "potensi_id": potensi[0].pk,
        "kunci_id": kunci.pk,
        "calon_id": catat_calon(kunci, budi, oleh=admin.user).pk,
    }
