"""Who sets an SKP, and who needs one."""

from datetime import date

from kinerja.peraturan.identitas import JenisJabatan
from kinerja.peraturan.jadwal import batas_penetapan_skp
from kinerja.peraturan.kewenangan.istilah import (
    BentukPenugasan,
    JenisInstansi,
    KeadaanPegawai,
    Kedudukan,
    Pejabat,
)
from kinerja.peraturan.rujukan import berdasarkan

# The table of page 65; whoever is not in it goes to the pejabat penilai.
_PENETAP = {
    (JenisInstansi.PUSAT, JenisJabatan.JPT_UTAMA): (Pejabat.MENTERI_KOORDINATOR,),
    (JenisInstansi.PUSAT, JenisJabatan.JPT_MADYA): (Pejabat.PIMPINAN_INSTANSI,),
    (JenisInstansi.PUSAT, JenisJabatan.JPT_PRATAMA): (Pejabat.JPT_MADYA,),
    (JenisInstansi.DAERAH, JenisJabatan.JPT_MADYA): (Pejabat.KEPALA_DAERAH,),
    (JenisInstansi.DAERAH, JenisJabatan.JPT_PRATAMA): (Pejabat.KEPALA_DAERAH,),
}
_PENETAP_UNIT_MANDIRI = {
    JenisInstansi.PUSAT: (Pejabat.MENTERI_KOORDINATOR, Pejabat.JPT_KOORDINATOR),
    JenisInstansi.DAERAH: (Pejabat.KEPALA_DAERAH, Pejabat.PIMPINAN_PERANGKAT_DAERAH),
}
_TANPA_SKP = frozenset(
    {
        KeadaanPegawai.PEJABAT_NEGARA,
        KeadaanPegawai.DIBERHENTIKAN_SEMENTARA,
        KeadaanPegawai.CLTN,
        KeadaanPegawai.MPP,
    }
)


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab II Tahap Kelima huruf f angka 10 dan angka 11", halaman=46)
def perlu_persetujuan_penilai(*, bentuk: BentukPenugasan, pemberi_adalah_penilai: bool) -> bool:
    """Whether the penilai must agree before an assignment holds: always, unless he appointed the employee himself."""
    return bentuk is BentukPenugasan.SUKARELA or not pemberi_adalah_penilai


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab II huruf C angka 1 sampai dengan angka 3", halaman=65)
@berdasarkan("PermenPANRB 6/2022", "Pasal 14 ayat (3)", halaman=10)
def penetap_skp(*, kedudukan: Kedudukan) -> tuple[Pejabat, ...]:
    """Who sets the SKP; two officials mean either one (T18)."""
    if kedudukan.is_unit_mandiri:
        return _PENETAP_UNIT_MANDIRI[kedudukan.jenis_instansi]
    return _PENETAP.get((kedudukan.jenis_instansi, kedudukan.jenis_jabatan), (Pejabat.PEJABAT_PENILAI,))


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab II huruf C angka 5", halaman=65)
def mitra_dialog(*, tahun: int, pada: date, is_ditetapkan: bool) -> Pejabat:
    """With whom the employee clarifies expectations: the atasan once January has passed in silence."""
    if not is_ditetapkan and pada > batas_penetapan_skp(tahun=tahun):
        return Pejabat.ATASAN_PEJABAT_PENILAI
    return Pejabat.PEJABAT_PENILAI


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab II huruf C angka 8", halaman=65)
def wajib_skp(*, keadaan: KeadaanPegawai) -> bool:
    """Whether the rules on performance planning apply; ordinary leave changes nothing (T19)."""
    return keadaan not in _TANPA_SKP
