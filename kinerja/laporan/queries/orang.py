"""Reports of a year that are no evaluations: hours of learning, angka kredit, what was done after a result."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from kinerja.jejak.models import JenisHalaman
from kinerja.karier.istilah import JenisPenetapan
from kinerja.karier.models import PenetapanAngkaKredit
from kinerja.kebijakan.models import Tahap
from kinerja.kepegawaian.models import Penempatan
from kinerja.laporan.istilah import JenisLaporan
from kinerja.laporan.lingkup import penempatan_terbaca
from kinerja.laporan.queries.bentuk import Baris, Kolom, Laporan, Saringan, Sumber, SumberTabel, label
from kinerja.laporan.queries.evaluasi import hari
from kinerja.metode.tanda_tindak_lanjut import Tindakan
from kinerja.peraturan.identitas import JenjangJF
from kinerja.peraturan.predikat import Predikat
from kinerja.rekap.queries import nilai_belajar
from kinerja.tindak_lanjut.istilah import StatusUsulan
from kinerja.tindak_lanjut.models import UsulanTindakLanjut

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kinerja.akun.models import User

_ORANG = (
    Kolom("NIP", lebar=21),
    Kolom("Nama", lebar=30),
    Kolom("Jabatan", lebar=30),
    Kolom("Unit kerja", lebar=30),
)


def hari_laporan(saringan: Saringan, on: date) -> date:
    """Today, or the last day of a year that is over."""
    return min(on, date(saringan.tahun, 12, 31))


def _susun_jp(user: User, saringan: Saringan, on: date) -> Sumber:
    # Scope is that of today, posts are those of the year.
    terbaca = penempatan_terbaca(user, on=on).order_by().values("pegawai_id")
    daftar = Penempatan.objects.berlaku(hari_laporan(saringan, on)).filter(
        pegawai__in=terbaca, jenis="definitif", **saringan.di_unit("unit_kerja")
    )

    def isi(kunci: Sequence[int]) -> dict[int, Baris]:
        penempatan = list(Penempatan.objects.filter(pk__in=kunci).with_people().order_by("pk"))
        jam = nilai_belajar([satu.pegawai_id for satu in penempatan], saringan.tahun)
        return {
            satu.pk: Baris(
                sel=(
                    satu.pegawai.nip,
                    satu.pegawai.nama,
                    satu.jabatan.nama,
                    satu.unit_kerja.nama,
                    jam.get(satu.pegawai_id),
                ),
                pegawai_id=satu.pegawai_id,
            )
            for satu in penempatan
        }

    return SumberTabel(daftar, isi, "unit_kerja__jalur", "pegawai__nama")


def daftar_penetapan(user: User, saringan: Saringan, on: date) -> QuerySet[PenetapanAngkaKredit]:
    """Papers that end in the year and still hold, by the unit in which the person worked then."""
    daftar = PenetapanAngkaKredit.objects.visible_to(user).holding().filter(sampai_on__year=saringan.tahun)
    if saringan.unit is None:
        return daftar
    tempat = Penempatan.objects.berlaku(hari_laporan(saringan, on)).filter(**saringan.di_unit("unit_kerja"))
    return daftar.filter(pegawai__in=tempat.order_by().values("pegawai_id"))


def _susun_angka_kredit(user: User, saringan: Saringan, on: date) -> Sumber:
    return SumberTabel(daftar_penetapan(user, saringan, on), _angka_kredit, "pegawai__nama", "-sampai_on")


def _angka_kredit(kunci: Sequence[int]) -> dict[int, Baris]:
    daftar = PenetapanAngkaKredit.objects.filter(pk__in=kunci).select_related("pegawai", "penetap")
    return {
        satu.pk: Baris(
            sel=(
                satu.pegawai.nip,
                satu.pegawai.nama,
                label(JenisPenetapan, satu.jenis),
                label(JenjangJF, satu.jenjang),
                satu.mulai_on,
                satu.sampai_on,
                satu.nomor,
                satu.jumlah,
                satu.penetap.nama,
                hari(satu.ditetapkan_at),
            ),
            pegawai_id=satu.pegawai_id,
            nomor=satu.pk,
        )
        for satu in daftar.order_by("pk")
    }


def _susun_tindak_lanjut(user: User, saringan: Saringan, on: date) -> Sumber:
    daftar = UsulanTindakLanjut.objects.visible_to(user).filter(
        evaluasi__periode=saringan.periode, **saringan.di_unit("evaluasi__skp__unit_kerja")
    )
    return SumberTabel(
        daftar, _tindak_lanjut, "evaluasi__skp__unit_kerja__jalur", "evaluasi__skp__pegawai__nama"
    )


def _tindak_lanjut(kunci: Sequence[int]) -> dict[int, Baris]:
    """The words for roles: without what colleagues and staff had a part in."""
    daftar = UsulanTindakLanjut.objects.filter(pk__in=kunci).with_people().order_by("pk")
    return {
        satu.pk: Baris(
            sel=(
                satu.evaluasi.skp.pegawai.nip,
                satu.evaluasi.skp.pegawai.nama,
                satu.evaluasi.skp.unit_kerja.nama,
                label(Predikat, satu.evaluasi.predikat),
                label(Tindakan, satu.tindakan),
                satu.alasan_umum,
                label(StatusUsulan, satu.status),
                satu.diputus_oleh.nama if satu.diputus_oleh else "",
                hari(satu.diputus_at),
                satu.alasan_putusan,
                hari(satu.selesai_at),
            ),
            pegawai_id=satu.evaluasi.skp.pegawai_id,
        )
        for satu in daftar
    }


JP = Laporan(
    jenis=JenisLaporan.JP,
    uraian="Jam pelajaran setahun tiap pegawai: rekap yang diimpor ditambah sertifikat yang sudah diperiksa.",
    halaman=JenisHalaman.PELATIHAN,
    susun=_susun_jp,
    kosong="Tidak ada pegawai yang jam pelajarannya dapat Anda lihat pada saringan ini.",
    daftar_kolom=(*_ORANG, Kolom("Jam pelajaran", "angka", 12)),
)
ANGKA_KREDIT = Laporan(
    jenis=JenisLaporan.ANGKA_KREDIT,
    uraian="Penetapan angka kredit yang masih berlaku dan berakhir pada tahun itu.",
    halaman=JenisHalaman.KARIER,
    susun=_susun_angka_kredit,
    kosong="Belum ada penetapan angka kredit pada tahun itu yang dapat Anda lihat.",
    daftar_kolom=(
        *_ORANG[:2],
        Kolom("Jenis", lebar=34),
        Kolom("Jenjang", lebar=14),
        Kolom("Mulai", "tanggal", 12, utama=False),
        Kolom("Sampai", "tanggal", 12),
        Kolom("Nomor", lebar=24),
        Kolom("Angka kredit", "angka", 12),
        Kolom("Penetap", lebar=28, utama=False),
        Kolom("Ditetapkan", "tanggal", 12, utama=False),
    ),
)
TINDAK_LANJUT = Laporan(
    jenis=JenisLaporan.TINDAK_LANJUT,
    uraian="Apa yang diusulkan sesudah hasil evaluasi, siapa yang memutuskan, dan apa alasannya.",
    dasar="PermenPANRB 6/2022 Pasal 27",
    halaman=JenisHalaman.HASIL,
    tahap=(Tahap.PERIODIK, Tahap.TAHUNAN),
    susun=_susun_tindak_lanjut,
    kosong="Belum ada usulan tindak lanjut pada periode ini. Usulan hanya dibaca admin instansi.",
    daftar_kolom=(
        *_ORANG[:2],
        _ORANG[3],
        Kolom("Predikat"),
        Kolom("Usulan", lebar=24),
        Kolom("Alasan", lebar=50, utama=False),
        Kolom("Status", lebar=20),
        Kolom("Diputus oleh", lebar=28, utama=False),
        Kolom("Diputus", "tanggal", 12),
        Kolom("Alasan putusan", lebar=40, utama=False),
        Kolom("Selesai", "tanggal", 12, utama=False),
    ),
)
