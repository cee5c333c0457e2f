"""A training of Pekanbaru with a class three weeks ahead, and short ways through its year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from django.core.files.base import ContentFile

from kinerja.akun.models import User
from kinerja.kepegawaian.models import Pegawai
from kinerja.pelatihan import actions
from kinerja.pelatihan.actions import IsianKelas, IsianPelatihan, IsianSertifikat
from kinerja.pelatihan.istilah import BidangPelatihan
from kinerja.pelatihan.models import KelasPelatihan, Pelatihan, PesertaPelatihan, Sertifikat
from tests.conftest import SEKARANG

Orang = Callable[[str], Pegawai]
MULAI_ON, SELESAI_ON = date(2026, 3, 24), date(2026, 3, 25)
HARI_SATU = datetime(2026, 3, 24, 2, 0, tzinfo=SEKARANG.tzinfo)
SESUDAH = datetime(2026, 3, 25, 9, 0, tzinfo=SEKARANG.tzinfo)
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def user_of(pegawai: Pegawai) -> User:
    assert pegawai.user is not None
    return pegawai.user


def buat_pelatihan(
    orang: Orang, nama: str = "Pelayanan Prima untuk Petugas Loket", *, jp: int | None = 16
) -> Pelatihan:
    anton = orang("pak-anton")
    isian = IsianPelatihan(
        nama=nama,
        bentuk="klasikal",
        jenis_kompetensi=BidangPelatihan.TEKNIS,
        jp=jp,
        sasaran="kecamatan, kelurahan, puskesmas",
        daftar_kode=(),
        sumber="Kurikulum contoh",
    )
    return actions.save_pelatihan(anton.instansi, isian, by=user_of(anton), at=SEKARANG)


def isian_kelas(**ubah: object) -> IsianKelas:
    bawaan: dict[str, object] = {
        "nama": "Angkatan I",
        "mulai_on": MULAI_ON,
        "selesai_on": SELESAI_ON,
        "batas_daftar_on": date(2026, 3, 20),
        "kursi": 2,
        "jp": 16,
        "penyelenggara": "BKPSDM Kota Pekanbaru",
        "biaya": 750_000,
        "tempat": "Aula BKPSDM",
    }
    return IsianKelas(**(bawaan | ubah))  # type: ignore[arg-type]


def buat_kelas(orang: Orang, pelatihan: Pelatihan | None = None, **ubah: object) -> KelasPelatihan:
    """Open for requests."""
    anton = user_of(orang("pak-anton"))
    pelatihan = pelatihan or buat_pelatihan(orang)
    kelas = actions.save_kelas(pelatihan, isian_kelas(**ubah), by=anton, at=SEKARANG)
    return actions.open_kelas(kelas, by=anton, at=SEKARANG)


def ajukan(orang: Orang, kelas: KelasPelatihan, slug: str) -> PesertaPelatihan:
    pegawai = orang(slug)
    return actions.register_peserta(
        kelas, pegawai=pegawai, alasan="Sering melayani warga.", by=user_of(pegawai), at=SEKARANG
    )


def setujui(orang: Orang, kelas: KelasPelatihan, slug: str, *, penilai: str = "bu-sari") -> PesertaPelatihan:
    return actions.approve_peserta(ajukan(orang, kelas, slug), by=user_of(orang(penilai)), at=SEKARANG)


def terima(orang: Orang, kelas: KelasPelatihan, slug: str, *, penilai: str = "bu-sari") -> PesertaPelatihan:
    peserta = setujui(orang, kelas, slug, penilai=penilai)
    return actions.accept_peserta(peserta, by=user_of(orang("pak-anton")), at=SEKARANG)


def luluskan(
    orang: Orang, kelas: KelasPelatihan, *daftar: PesertaPelatihan, at: datetime = SESUDAH
) -> list[Sertifikat]:
    """Present on the first day, then passed."""
    anton, nomor = user_of(orang("pak-anton")), [satu.pk for satu in daftar]
    actions.save_attendance(kelas, hari_on=kelas.mulai_on, daftar_hadir=nomor, by=anton, at=at)
    return actions.finish_kelas(kelas, daftar_lulus=nomor, by=anton, at=at)


def isian_sertifikat(**ubah: object) -> IsianSertifikat:
    bawaan: dict[str, object] = {
        "nama": "Webinar Nilai Dasar BerAKHLAK",
        "penyelenggara": "LAN RI",
        "nomor": "123/LAN/2026",
        "jp": 3,
        "mulai_on": date(2026, 2, 10),
        "selesai_on": date(2026, 2, 10),
        "berkas": ContentFile(PDF, name="sertifikat webinar.pdf"),
    }
    return IsianSertifikat(**(bawaan | ubah))  # type: ignore[arg-type]


def bulan_lagi(jumlah: int) -> datetime:
    return SESUDAH + timedelta(days=31 * jumlah)


def dunia_pelatihan(orang: Orang) -> dict[str, object]:
    """Pak Budi asks for a place, and hands in a certificate from outside."""
    kelas = buat_kelas(orang)
    peserta = ajukan(orang, kelas, "pak-budi")
    sertifikat = actions.submit_sertifikat(isian_sertifikat(), by=user_of(orang("pak-budi")), at=SEKARANG)
    return {
        "pelatihan_id": kelas.pelatihan_id,
        "kelas_id": kelas.pk,
        "peserta_id": peserta.pk,
        "sertifikat_id": sertifikat.pk,
    }
