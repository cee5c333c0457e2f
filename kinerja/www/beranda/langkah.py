"""First steps of a role: what a person has done of them follows from what the home page has read anyway."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse

from kinerja.acara.permissions import is_admin_of_whole
from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.penilaian.models import BELUM_DITETAPKAN
from kinerja.peraturan.alur import StatusSKP

if TYPE_CHECKING:
    from kinerja.akun.models import User
    from kinerja.kepegawaian.models import Pegawai
    from kinerja.www.beranda.bacaan import Bacaan
    from kinerja.www.http import Request

DITUTUP = "tutup"


@dataclass(frozen=True)
class Ragam:
    judul: str
    nama_url: str
    petunjuk: str  # said on the page where the step is taken


LANGKAH = {
    "susun": Ragam(
        "Susun SKP tahun ini",
        "perencanaan:skp_list",
        "Mulai dari contoh jabatan Anda atau dari SKP tahun lalu; semuanya dapat diubah sebelum diajukan.",
    ),
    "tetap": Ragam(
        "SKP ditetapkan penilai",
        "perencanaan:skp_list",
        "Ajukan SKP Anda, lalu tunggu jawaban penilai. Yang dikembalikan disertai catatan dan dapat diperbaiki.",
    ),
    "realisasi": Ragam(
        "Catat realisasi pertama",
        "pelaksanaan:realisasi_list",
        "Pilih satu hasil kerja, lalu tulis apa yang sudah terjadi bulan ini. Satu kalimat sudah cukup.",
    ),
    "jawab": Ragam(
        "Jawab setiap SKP tim yang diajukan",
        "penilaian:tim",
        "Buka SKP yang diajukan, bicarakan bila perlu, lalu tetapkan atau kembalikan dengan catatan.",
    ),
    "nilai": Ragam(
        "Nilai setiap orang yang evaluasinya terbuka",
        "penilaian:tim",
        "Buka evaluasinya: bukti ada di samping formulir, saran tampil beserta alasannya, Anda yang memutuskan.",
    ),
    "libur": Ragam(
        "Cocokkan hari libur tahun ini",
        "kebijakan:kalender",
        "Bandingkan dengan keputusan bersama tentang hari libur; semua batas waktu dihitung dari sini.",
    ),
    "periode": Ragam(
        "Siapkan periode tahun ini",
        "kebijakan:kalender",
        "Periode disusun sekali setahun; sesudahnya setiap pegawai melihat batas waktunya sendiri.",
    ),
    "laporan": Ragam(
        "Jawab laporan “atasan saya salah”",
        "kepegawaian:laporan_list",
        "Periksa datanya, lalu jawab. Sebelum dijawab, orang itu menunggu penilai yang benar.",
    ),
    "penggerak": Ragam(
        "Tunjuk penggerak pertama",
        "tanya:penggerak_list",
        "Pilih orang yang sabar dan mudah ditemui; rekan-rekannya bertanya kepadanya lebih dahulu.",
    ),
    "sosialisasi": Ragam(
        "Mulai rencana sosialisasi tahun ini",
        "acara:rencana_detail",
        "Mulai dari contohnya, lalu ubah tanggal dan penanggung jawabnya.",
    ),
    "pantau": Ragam(
        "Lihat sejauh mana tahun ini berjalan",
        "pantau:pantau",
        "Tekan sebuah angka untuk membuka daftarnya, lalu tanyakan kepada unitnya apa yang dapat dibantu.",
    ),
    "peta": Ragam(
        "Periksa hasil siapa mendukung hasil Anda",
        "peta:peta",
        "Yang belum terhubung dan yang belum didukung siapa pun ditandai; bicarakan dengan kepala unitnya.",
    ),
    "kesiapan": Ragam(
        "Baca kesiapan unit dan langkah berikutnya",
        "kesiapan:kesiapan",
        "Setiap unit punya satu langkah berikutnya. Tidak ada nama orang di sini.",
    ),
    "jejak": Ragam(
        "Telusuri satu keputusan di jejak audit",
        "jejak:catatan_list",
        "Saring menurut orang, tindakan, atau tanggal: siapa melakukan apa, kapan.",
    ),
    "pemerataan": Ragam(
        "Baca pemerataan hasil",
        "statistik:pemerataan",
        "Perbedaan antarkelompok adalah pertanyaan untuk ditanyakan, bukan putusan.",
    ),
    "keaslian": Ragam(
        "Periksa keaslian satu dokumen",
        "dokumen:periksa",
        "Ketik kode di kaki dokumen cetak, lalu bandingkan yang tampil dengan kertasnya.",
    ),
}
# Reading leaves no fact behind: these are done when they have been opened.
DIBACA = {
    JenisPeran.PIMPINAN: ("pantau", "peta", "kesiapan"),
    JenisPeran.AUDITOR: ("jejak", "pemerataan", "keaslian"),
}


@dataclass(frozen=True)
class Langkah:
    kode: str
    selesai: bool

    @property
    def judul(self) -> str:
        return LANGKAH[self.kode].judul

    @property
    def href(self) -> str:
        return reverse("sosialisasi:langkah_open", args=[self.kode])


@dataclass(frozen=True)
class LangkahPertama:
    daftar: tuple[Langkah, ...]

    @property
    def selesai(self) -> int:
        return sum(satu.selesai for satu in self.daftar)


def cookie_name(user: User) -> str:
    """Of one person on this device, which colleagues may use too; the practice has people of its own."""
    return f"{'latihan_' if settings.KINERJA_LATIHAN else ''}langkah_{user.pk}"


def cookie_value(daftar: Iterable[str], *, on: date) -> str:
    return ".".join([str(on.year), *sorted(daftar)])


def read_opened(request: Request, *, on: date) -> frozenset[str]:
    """What was opened or put away here this year."""
    tahun, *daftar = request.COOKIES.get(cookie_name(request.user), "").split(".")
    return frozenset(daftar) & {*LANGKAH, DITUTUP} if tahun == str(on.year) else frozenset()


def langkah_pertama(request: Request, bacaan: Bacaan, *, on: date) -> LangkahPertama | None:
    """None when all of it is done, and for who has put it away."""
    dari, dibuka = lingkup(request.user), read_opened(request, on=on)
    if dari.pegawai is None or DITUTUP in dibuka:
        return None
    daftar = [*_pegawai(dari.pegawai, bacaan)]
    if getattr(request.user, "jumlah_tim", 0):
        daftar += _penilai(dari.pegawai, bacaan)
    for peran, kode in DIBACA.items():
        daftar += [Langkah(satu, satu in dibuka) for satu in kode if dari.punya(peran)]
    if dari.punya(JenisPeran.ADMIN_INSTANSI):
        daftar += _admin(bacaan, on)
    if is_admin_of_whole(request.user):
        ada = any(rencana.tahun == on.year for rencana in bacaan.sosialisasi)
        daftar.append(Langkah("sosialisasi", ada))
    return None if all(satu.selesai for satu in daftar) else LangkahPertama(tuple(daftar))


def _pegawai(pegawai: Pegawai, bacaan: Bacaan) -> Iterator[Langkah]:
    if pegawai.jenis_asn is None:
        return  # an elected leader assesses and has no plan of his own
    milik = bacaan.milik(pegawai)
    yield Langkah("susun", bool(milik))
    yield Langkah("tetap", any(skp.status == StatusSKP.DITETAPKAN for skp in milik))
    yield Langkah("realisasi", bool(bacaan.realisasi))


def _penilai(pegawai: Pegawai, bacaan: Bacaan) -> Iterator[Langkah]:
    yield Langkah("jawab", not any(skp.penilai_id == pegawai.pk for skp in bacaan.skp))
    belum = [e for e in bacaan.evaluasi if e.penilai_id == pegawai.pk and e.status in BELUM_DITETAPKAN]
    yield Langkah("nilai", not belum)


def _admin(bacaan: Bacaan, on: date) -> Iterator[Langkah]:
    yield Langkah("libur", any(h.tanggal.year == on.year for h in bacaan.libur))
    yield Langkah("periode", any(p.tahun == on.year for p in bacaan.periode))
    yield Langkah("laporan", not bacaan.laporan)
    yield Langkah("penggerak", bool(bacaan.penggerak))
