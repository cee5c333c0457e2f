"""How the penilai of the demo decide: mostly as suggested, some harsh, some generous, always with a reason."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from kinerja.demo.baca import find_pemeran
from kinerja.demo.tanam.dunia import Susunan
from kinerja.penilaian.actions.isian import IsianPenilaian, NilaiHasil, NilaiPerilaku
from kinerja.penilaian.queries.bahan import Bahan, BahanHasil
from kinerja.penilaian.queries.timbangan import timbang
from kinerja.peraturan.predikat import Rating
from kinerja.peraturan.skp import Pendekatan

_KERAS = find_pemeran("camat-tenayan-raya").nip
_MURAH_HATI = find_pemeran("bu-lenny").nip
_ALASAN_WAJAR = (
    "Dua posyandu tidak buka karena kader sakit; jadwal penjangkauan sudah dijalankan dan "
    "anak yang tertinggal sudah terdata. Penyebabnya di luar kendali pegawai."
)
_ALASAN_KERAS = "Angkanya melampaui rentang, tetapi tahun lalu rentang yang sama juga terlampaui; saya menunggu perbaikan mutu."
_ALASAN_MURAH = (
    "Ia menyelesaikan semuanya sambil membantu dua rekan baru; menurut saya itu lebih dari yang diharapkan."
)
_ALASAN_SENGKETA = "Target waktu dua layanan belum terlihat hasilnya bagi warga."
_ALASAN_BACA = "Uraiannya sesuai dengan yang saya lihat di lapangan dan didengar dari warga."
_ALASAN_KOSONG = "Belum ada uraian realisasi sampai akhir periode."
_ALASAN_TIMBANG = "Sebab dan umpan baliknya sudah saya timbang bersama pegawai dalam dialog kinerja."


Kursus = Callable[[str, float], Rating | None]


def _no_course(_kode: str, _undian: float) -> Rating | None:
    return None


def putuskan(
    susunan: Susunan, bahan: Bahan, *, acak: Random, sengketa: bool, kursus: Kursus = _no_course
) -> IsianPenilaian:
    """Every result and value first, then the two ratings, as the form asks for them.

    `sengketa`: the evaluation that its owner will object to. `kursus`: what a course did to a value, if anything.
    """
    hasil = {b.rhk.pk: _of_result(susunan, b.saran) for b in bahan.daftar_hasil if b.saran}
    if susunan.skp.pendekatan == Pendekatan.KUALITATIF:
        hasil = {b.rhk.pk: _of_expectation(b) for b in bahan.daftar_hasil}
    perilaku = {
        b.kode: NilaiPerilaku(rating=_of_value(susunan, b.kode, acak.random(), kursus))
        for b in bahan.daftar_aspek_penilai
    }
    timbangan = timbang(bahan, IsianPenilaian(revisi=0, daftar_hasil=hasil, daftar_perilaku=perilaku))
    rating_hasil, alasan_hasil = _decide(susunan, timbangan.hasil.rating, sengketa=sengketa)
    rating_perilaku = timbangan.perilaku.rating or Rating.SESUAI
    return IsianPenilaian(
        revisi=0,
        daftar_hasil=hasil,
        daftar_perilaku=perilaku,
        rating_hasil=rating_hasil,
        rating_perilaku=rating_perilaku,
        alasan_hasil=alasan_hasil,
        alasan_perilaku="" if rating_perilaku is timbangan.perilaku.rating else _ALASAN_TIMBANG,
        catatan="Pertahankan catatan bulanan yang rapi; bahas hambatan sebelum menjadi keterlambatan.",
    )


def _of_result(susunan: Susunan, saran: Rating) -> NilaiHasil:
    if susunan.slug == "bidan-tebo" and saran is Rating.DI_BAWAH:
        return NilaiHasil(rating=Rating.SESUAI, alasan=_ALASAN_WAJAR)
    return NilaiHasil(rating=saran)


def _of_expectation(b: BahanHasil) -> NilaiHasil:
    """A sentence has no range to suggest a rating from: the penilai reads it and says what he saw."""
    rating = Rating.SESUAI if any(satu.uraian for satu in b.daftar_indikator) else Rating.DI_BAWAH
    return NilaiHasil(rating=rating, alasan=_ALASAN_BACA if rating is Rating.SESUAI else _ALASAN_KOSONG)


def _of_value(susunan: Susunan, kode: str, undian: float, kursus: Kursus) -> Rating:
    if (terlatih := kursus(kode, undian)) is not None:
        return terlatih
    penilai = susunan.skp.penilai.nip if susunan.skp.penilai else ""
    if penilai == _MURAH_HATI:
        return Rating.DI_ATAS if undian < 0.9 else Rating.SESUAI
    if undian < susunan.watak.perilaku_di_bawah:
        return Rating.DI_BAWAH
    di_atas = 0.08 if penilai == _KERAS else susunan.watak.perilaku_di_atas
    return Rating.DI_ATAS if undian > 1 - di_atas else Rating.SESUAI


def _decide(susunan: Susunan, saran: Rating | None, *, sengketa: bool) -> tuple[Rating, str]:
    penilai = susunan.skp.penilai.nip if susunan.skp.penilai else ""
    if sengketa:
        return Rating.DI_BAWAH, "" if saran is Rating.DI_BAWAH else _ALASAN_SENGKETA
    if saran is None:
        return Rating.SESUAI, _ALASAN_TIMBANG
    if penilai == _KERAS and saran is Rating.DI_ATAS:
        return Rating.SESUAI, _ALASAN_KERAS
    if penilai == _MURAH_HATI and saran is Rating.SESUAI:
        return Rating.DI_ATAS, _ALASAN_MURAH
    return saran, ""
