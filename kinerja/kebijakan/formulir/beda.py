"""The difference between two versions, one sentence for every change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from kinerja.kebijakan.formulir.isian import IsianAspek, IsianKebijakan, IsianSumber
from kinerja.kebijakan.formulir.kalimat import kalimat_aspek, kalimat_aturan, kalimat_patok
from kinerja.kebijakan.istilah import Bagian
from kinerja.lib.angka import format_angka
from kinerja.metode.agregasi import Sumber
from kinerja.peraturan.jadwal import JenisPeriode

Perubahan = tuple[Bagian, str]


def beda(lama: IsianKebijakan, baru: IsianKebijakan) -> list[Perubahan]:
    """What changed from one to the other, in the order of the page; empty when both say the same."""
    return [
        (bagian, kalimat)
        for bagian in Bagian
        if lama.bagian(bagian) != baru.bagian(bagian)
        for kalimat in _BEDA[bagian](lama, baru)
    ]


def _rhythm(lama: IsianKebijakan, baru: IsianKebijakan) -> Iterator[str]:
    yield from _told(
        "Pendokumentasian", _periode(lama.frekuensi_dokumentasi), _periode(baru.frekuensi_dokumentasi)
    )
    yield from _told("Evaluasi", _periode(lama.frekuensi_evaluasi), _periode(baru.frekuensi_evaluasi))


def _periode(kode: str) -> str:
    return JenisPeriode(kode).label.lower() if kode in set(JenisPeriode) else "belum dipilih"


def _told(nama: str, lama: object, baru: object, satuan: str = "") -> Iterator[str]:
    if lama != baru:
        yield f"{nama} berubah dari {_isi(lama)}{satuan} menjadi {_isi(baru)}{satuan}."


def _isi(nilai: object) -> str:
    return format_angka(nilai) if isinstance(nilai, int | Decimal) else str(nilai)


def _sources(lama: tuple[IsianSumber, ...], baru: tuple[IsianSumber, ...]) -> Iterator[str]:
    dulu, kini = {s.sumber: s for s in lama}, {s.sumber: s for s in baru}
    for sumber in Sumber:
        a, b, nama = dulu.get(sumber), kini.get(sumber), sumber.label
        if a is None and b is not None:
            yield f"{nama} mulai menilai, bobot {b.bobot}% dan minimum {b.minimum}."
        elif b is None and a is not None:
            yield f"{nama} tidak menilai lagi (dulu bobot {a.bobot}%)."
        elif a is not None and b is not None:
            yield from _told(f"Bobot {nama.lower()}", a.bobot, b.bobot, "%")
            yield from _told(f"Minimum {nama.lower()}", a.minimum, b.minimum)


def _results(lama: tuple[IsianSumber, ...], baru: tuple[IsianSumber, ...]) -> Iterator[str]:
    yield from (f"Hasil kerja: {kalimat[:1].lower()}{kalimat[1:]}" for kalimat in _sources(lama, baru))


def _aspects(lama: IsianKebijakan, baru: IsianKebijakan) -> Iterator[str]:
    for aspek in lama.daftar_aspek:
        if baru.aspek(aspek.kode) is None:
            yield f"{aspek.nama} tidak dilihat lagi."
    for aspek in baru.daftar_aspek:
        dulu = lama.aspek(aspek.kode)
        if dulu is None:
            yield f"{aspek.nama} mulai dilihat. {kalimat_aspek(aspek)}"
        elif dulu != aspek:
            yield from _aspect(dulu, aspek)
    tetap = [a.kode for a in lama.daftar_aspek if baru.aspek(a.kode)]
    if tetap != [a.kode for a in baru.daftar_aspek if lama.aspek(a.kode)]:
        yield "Urutan aspek berubah."


def _aspect(lama: IsianAspek, baru: IsianAspek) -> Iterator[str]:
    yield from _told("Nama aspek", f"“{lama.nama}”", f"“{baru.nama}”")
    if kalimat_aspek(lama) != kalimat_aspek(baru):
        yield f"{baru.nama} berubah. Dulu: {kalimat_aspek(lama)} Sekarang: {kalimat_aspek(baru)}"
    for nama, a, b in (
        ("Asal", lama.jenis.label, baru.jenis.label),
        ("Kompetensi", lama.kompetensi_kode or "tidak ada", baru.kompetensi_kode or "tidak ada"),
    ):
        yield from _told(f"{nama} {baru.nama}", a.lower(), b.lower())
    if lama.uraian != baru.uraian:
        yield f"Uraian {baru.nama} ditulis ulang."
    if lama.jangkar != baru.jangkar:
        yield f"Kalimat penilaian {baru.nama} ditulis ulang."


def _thresholds(lama: IsianKebijakan, baru: IsianKebijakan) -> Iterator[str]:
    yield from _told("Ambang sesuai ekspektasi", lama.ambang_sesuai, baru.ambang_sesuai)
    yield from _told("Ambang di atas ekspektasi", lama.ambang_di_atas, baru.ambang_di_atas)
    yield from _told("Arti “sebagian besar”", lama.sebagian_besar * 100, baru.sebagian_besar * 100, "%")
    yield from _told("Arti “sebagian kecil”", lama.sebagian_kecil * 100, baru.sebagian_kecil * 100, "%")
    for jenis, titik in baru.patok.items():
        if titik != lama.patok.get(jenis):
            yield f"Skala lain dibaca berbeda. {kalimat_patok(jenis, titik)}"


def _draw(lama: IsianKebijakan, baru: IsianKebijakan) -> Iterator[str]:
    yield from _told("Rekan yang diundi", lama.jumlah_rekan, baru.jumlah_rekan, " orang")
    yield from _told("Bawahan yang diundi", lama.jumlah_bawahan, baru.jumlah_bawahan, " orang")
    yield from _told("Beban seorang penilai", lama.beban_penilai, baru.beban_penilai, " orang")
    yield from _told("Masa mengisi sumber lain", lama.jendela_sumber_hari, baru.jendela_sumber_hari, " hari")
    yield from _told("Masa evaluasi", lama.jendela_evaluasi_hari, baru.jendela_evaluasi_hari, " hari")


def _learning(lama: IsianKebijakan, baru: IsianKebijakan) -> Iterator[str]:
    yield from _told("Target belajar", lama.target_jp, baru.target_jp, " jam pelajaran")


def _company(lama: IsianKebijakan, baru: IsianKebijakan) -> Iterator[str]:
    yield from _told("Jarak antardialog", lama.jarak_dialog_hari, baru.jarak_dialog_hari, " hari")
    yield from _told(
        "Batas menjawab dukungan", lama.batas_dukungan_hari, baru.batas_dukungan_hari, " hari kerja"
    )


def _follow_up(lama: IsianKebijakan, baru: IsianKebijakan) -> Iterator[str]:
    dulu = [kalimat_aturan(isi) for isi in lama.aturan_tindak_lanjut]
    kini = [kalimat_aturan(isi) for isi in baru.aturan_tindak_lanjut]
    yield from (f"Aturan dihapus: {kalimat}" for kalimat in dulu if kalimat not in kini)
    yield from (f"Aturan baru: {kalimat}" for kalimat in kini if kalimat not in dulu)
    if lama.catatan_rating_kepala != baru.catatan_rating_kepala:
        yield "Catatan untuk rating kepala unit ditulis ulang."


def _basis(lama: IsianKebijakan, baru: IsianKebijakan) -> Iterator[str]:
    yield f"Dasar hukum dan catatan ditulis ulang: “{baru.dasar}”"


_BEDA: dict[Bagian, Callable[[IsianKebijakan, IsianKebijakan], Iterator[str]]] = {
    Bagian.IRAMA: _rhythm,
    Bagian.SUMBER: lambda lama, baru: _sources(lama.sumber_perilaku, baru.sumber_perilaku),
    Bagian.HASIL: lambda lama, baru: _results(lama.sumber_hasil, baru.sumber_hasil),
    Bagian.ASPEK: _aspects,
    Bagian.AMBANG: _thresholds,
    Bagian.UNDIAN: _draw,
    Bagian.BELAJAR: _learning,
    Bagian.DAMPING: _company,
    Bagian.TINDAK_LANJUT: _follow_up,
    Bagian.DASAR: _basis,
}
