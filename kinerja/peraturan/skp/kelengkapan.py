"""What an SKP must contain before it may be submitted: the duties (wajib) of Bab II."""

from collections.abc import Iterator

from kinerja.peraturan.rujukan import berdasarkan
from kinerja.peraturan.skp.istilah import JenisHasilKerja, KategoriSKP, Pendekatan, Perspektif
from kinerja.peraturan.skp.rencana import Indikator, RencanaHasil, RencanaSKP
from kinerja.peraturan.skp.temuan import Kekurangan, rujukan_permenpan

_HASIL_UTAMA = rujukan_permenpan("Lampiran Bab II Tahap Keenam huruf a", 49)
_UKURAN = rujukan_permenpan("Pasal 7 ayat (3) huruf a", 6)
_ASPEK = rujukan_permenpan("Pasal 9 ayat (2)", 7)
_KUANTITATIF = rujukan_permenpan("Lampiran Bab II Tahap Ketujuh huruf a angka 4", 50)
_ANGGARAN = rujukan_permenpan("Lampiran Bab II Tahap Kedua huruf a angka 8 huruf (d)", 29)
_PERJANJIAN_KINERJA = rujukan_permenpan("Lampiran Bab II Tahap Kedua huruf a angka 3", 27)
_PLT = rujukan_permenpan("Lampiran Bab II Tahap Keenam huruf d", 50)


@berdasarkan("PermenPANRB 6/2022", "Pasal 7 dan Pasal 9", halaman=6)
@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab II huruf A", halaman=26)
def kelengkapan_skp(*, rencana: RencanaSKP) -> tuple[Kekurangan, ...]:
    """Everything that is still missing, in the order of the form; empty when the SKP may be submitted (T10)."""
    return tuple(_of_skp(rencana))


def _of_skp(rencana: RencanaSKP) -> Iterator[Kekurangan]:
    if not any(hasil.jenis is JenisHasilKerja.UTAMA for hasil in rencana.daftar_hasil):
        pesan = "SKP belum memuat hasil kerja utama. Tambahkan paling sedikit satu rencana hasil kerja utama."
        yield Kekurangan("hasil_utama_tidak_ada", pesan, _HASIL_UTAMA)
    for nomor, hasil in enumerate(rencana.daftar_hasil, start=1):
        yield from _of_hasil(rencana, hasil, nomor)
    if rencana.kategori is KategoriSKP.PIMPINAN and Perspektif.ANGGARAN not in rencana.perspektif:
        pesan = (
            "SKP pimpinan harus memuat perspektif Anggaran. Tambahkan indikator tentang efektivitas "
            "atau efisiensi penggunaan anggaran, lalu pilih perspektif Anggaran."
        )
        yield Kekurangan("anggaran_tidak_ada", pesan, _ANGGARAN)


def _of_hasil(rencana: RencanaSKP, hasil: RencanaHasil, nomor: int) -> Iterator[Kekurangan]:
    if not hasil.uraian.strip():
        pesan = f"Rencana hasil kerja nomor {nomor} masih kosong. Tuliskan hasil yang ingin dicapai, atau hapus barisnya."
        yield Kekurangan("uraian_hasil_kosong", pesan, _UKURAN, nomor)
    if hasil.jenis is not JenisHasilKerja.UTAMA:
        yield from _of_tambahan(hasil, nomor)
    if not hasil.daftar_indikator:
        pesan = f"Rencana hasil kerja nomor {nomor} belum punya indikator. Tambahkan paling sedikit satu ukuran keberhasilan."
        yield Kekurangan("indikator_tidak_ada", pesan, _UKURAN, nomor)
    for urutan, indikator in enumerate(hasil.daftar_indikator, start=1):
        yield from _of_indikator(rencana, indikator, nomor, urutan)


def _of_tambahan(hasil: RencanaHasil, nomor: int) -> Iterator[Kekurangan]:
    if hasil.penugasan_jabatan:
        pesan = (
            f"Rencana hasil kerja nomor {nomor} berasal dari penugasan Plt., Plh., atau jabatan struktural, "
            "jadi selalu termasuk hasil kerja utama. Pindahkan ke bagian Utama."
        )
        yield Kekurangan("penugasan_jabatan_bukan_utama", pesan, _PLT, nomor)
    if hasil.is_perjanjian_kinerja:
        pesan = (
            f"Rencana hasil kerja nomor {nomor} berasal dari perjanjian kinerja, jadi termasuk hasil kerja utama. "
            "Pindahkan ke bagian Utama."
        )
        yield Kekurangan("perjanjian_kinerja_bukan_utama", pesan, _PERJANJIAN_KINERJA, nomor)


def _of_indikator(rencana: RencanaSKP, indikator: Indikator, nomor: int, urutan: int) -> Iterator[Kekurangan]:
    letak = f"Indikator {urutan} pada rencana hasil kerja nomor {nomor}"
    if not indikator.uraian.strip():
        pesan = f"{letak} masih kosong. Tuliskan ukuran keberhasilannya, atau hapus barisnya."
        yield Kekurangan("uraian_indikator_kosong", pesan, _UKURAN, nomor, urutan)
    if indikator.target is not None and indikator.target.is_reversed:
        pesan = f"{letak}: batas bawah target lebih besar daripada batas atas. Periksa kembali, mungkin keduanya tertukar."
        yield Kekurangan("target_terbalik", pesan, _UKURAN, nomor, urutan)
    if rencana.pendekatan is Pendekatan.KUANTITATIF:
        yield from _of_kuantitatif(rencana, indikator, nomor, urutan, letak)


def _of_kuantitatif(
    rencana: RencanaSKP, indikator: Indikator, nomor: int, urutan: int, letak: str
) -> Iterator[Kekurangan]:
    if indikator.target is None or indikator.target.is_empty:
        pesan = f"{letak} belum punya target angka. Isi target, misalnya 90 sampai 95."
        yield Kekurangan("target_tidak_ada", pesan, _KUANTITATIF, nomor, urutan)
    if not indikator.satuan.strip():
        pesan = f"{letak} belum punya satuan. Isi satuan pengukuran, misalnya persen, dokumen, atau hari."
        yield Kekurangan("satuan_tidak_ada", pesan, _KUANTITATIF, nomor, urutan)
    # Only Format A.1.7 has a column for the aspect.
    if rencana.kategori is KategoriSKP.PEGAWAI and not indikator.aspek:
        pesan = (
            f"{letak} belum punya aspek. Pilih kuantitas, kualitas, waktu, atau biaya; boleh lebih dari satu."
        )
        yield Kekurangan("aspek_tidak_ada", pesan, _ASPEK, nomor, urutan)
