"""The printed shape of each form: title, labels, columns and footnotes exactly as PermenPANRB 6/2022 prints them.

Asterisks and footnotes stay as on the blank form, as they do in the worked examples of Anak Lampiran 2 to 5.
Three slips of the print are not repeated: the numeral ``I.`` above one identity table of Format B.1.5; the asterisk
behind PERILAKU KERJA in Format B.1.4 and B.1.5, whose footnote speaks of something else; and the first column, which
is headed ``NO``, ``NO.`` or ``No.`` from form to form.
"""

from dataclasses import dataclass

from kinerja.dokumen.isian import (
    FormatA11,
    FormatA12,
    FormatA13,
    FormatA14,
    FormatA15,
    FormatA16,
    FormatA17,
    FormatA18,
    FormatB11,
    FormatB12,
    FormatB13,
    FormatB14,
    FormatB15,
    FormatB16,
    FormatB17,
    FormatB18,
    FormatB19,
    FormatB110,
    FormatC11,
    FormatC12,
    FormatC13,
    FormatD11,
    FormatD12,
    FormatD13,
    Isian,
)


@dataclass(frozen=True, kw_only=True)
class Kolom:
    """One printed column: which field fills it, its heading, and its share of the width."""

    isi: str
    judul: str
    lebar: int


@dataclass(frozen=True, kw_only=True)
class Bentuk:
    """Everything about a form that does not depend on who fills it in."""

    kode: str
    templat: str
    judul: tuple[str, ...]
    lanskap: bool = True
    label_pangkat: str = "PANGKAT/ GOL. RUANG"
    label_nip_penilai: str = "NIP"
    label_unit_penilai: str = "UNIT KERJA"
    label_ukuran: str = ""
    label_perilaku: str = "PERILAKU KERJA"
    daftar_kolom: tuple[Kolom, ...] = ()
    catatan: tuple[str, ...] = ()


_SKP = "SASARAN KINERJA PEGAWAI"
_REKAMAN = "REKAMAN INFORMASI UMPAN BALIK BERKELANJUTAN"
_EVALUASI = "HASIL EVALUASI KINERJA PEGAWAI"
_DOKUMEN = "DOKUMEN EVALUASI KINERJA PEGAWAI"
_KUALITATIF = "PENDEKATAN HASIL KERJA KUALITATIF"
_KUANTITATIF = "PENDEKATAN HASIL KERJA KUANTITATIF"
_JPT = "BAGI PEJABAT PIMPINAN TINGGI DAN PIMPINAN UNIT KERJA MANDIRI"
_JA_JF = "BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL"
_TANPA_SPASI = "PANGKAT/GOL RUANG"
_OPSIONAL = "NIP (*opsional)"

_NO = Kolom(isi="nomor", judul="NO.", lebar=8)
_RENCANA = Kolom(isi="rencana", judul="RENCANA HASIL KERJA", lebar=46)
_INDIKATOR = Kolom(isi="indikator", judul="INDIKATOR KINERJA INDIVIDU", lebar=46)
_TARGET = Kolom(isi="target", judul="TARGET", lebar=29)
_PERSPEKTIF = Kolom(isi="perspektif", judul="PERSPEKTIF", lebar=25)
_ASPEK = Kolom(isi="aspek", judul="ASPEK", lebar=20)
_INTERVENSI = Kolom(isi="rencana_pimpinan", judul="RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI", lebar=42)
_INTERVENSI_A17 = Kolom(
    isi="rencana_pimpinan", judul="RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI*", lebar=42
)
_REALISASI = Kolom(isi="realisasi", judul="REALISASI BERDASARKAN BUKTI DUKUNG", lebar=44)
_UMPAN_BALIK = Kolom(isi="umpan_balik", judul="UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG", lebar=52)

_KOLOM_JPT = (_NO, _RENCANA, _INDIKATOR, _TARGET, _PERSPEKTIF)
_KOLOM_JA_JF = (_NO, _INTERVENSI, _RENCANA, _ASPEK, _INDIKATOR, _TARGET)
_KOLOM_CAPAIAN = (_REALISASI, _UMPAN_BALIK)

_EKSPEKTASI_KHUSUS = (
    "Pimpinan dapat memberikan Ekspektasi khusus terhadap satu atau lebih aspek perilaku kerja Pegawai."
)
_INTERVENSI_JPT = (
    "* Dalam hal rencana hasil kerja Pimpinan yang diintervensi adalah hasil kerja pejabat pimpinan tinggi dan "
    "Pimpinan unit kerja mandiri/ organisasi maka dituliskan rencana hasil kerja beserta indikator kinerja individu "
    "pejabat pimpinan tinggi dan Pimpinan unit kerja mandiri atau sasaran dan indikator kinerja organisasi yang "
    "diintervensi"
)
_PILIH_PERIODE = (
    "* pilih salah satu (periode disesuaikan dengan periode evaluasi siklus pendek yang ditetapkan "
    "Instansi Pemerintah)",
)
_CATATAN_EVALUASI = (
    "* pilih salah satu",
    "** rating hasil dan rating perilaku kerja Pegawai ditetapkan dengan mempertimbangkan pola distribusi predikat "
    "Kinerja Pegawai berdasarkan capaian kinerja organisasi serta kontribusi Pegawai terhadap Kinerja Organisasi",
    "*** periode disesuaikan dengan periode evaluasi kinerja Pegawai yang berlaku pada Instansi Pemerintah",
)
_CATATAN_PERSPEKTIF = (
    "**** perspektif hanya digunakan untuk pejabat pimpinan tinggi dan pimpinan unit kerja mandiri"
)
_CATATAN_DOKUMEN = (
    "* periode disesuaikan dengan periode evaluasi kinerja Pegawai yang berlaku pada Instansi Pemerintah",
    "** pilih salah satu",
)


def _dokumen_evaluasi(kode: str) -> Bentuk:
    return Bentuk(
        kode=kode,
        templat="dokumen_evaluasi",
        judul=(_DOKUMEN,),
        lanskap=False,
        label_pangkat=_TANPA_SPASI,
        catatan=_CATATAN_DOKUMEN,
    )


DAFTAR_BENTUK: dict[type[Isian], Bentuk] = {
    FormatA11: Bentuk(
        kode="A.1.1",
        templat="hasil_kerja",
        judul=(_SKP, _KUALITATIF, _JPT),
        label_nip_penilai=_OPSIONAL,
        label_ukuran="Ukuran keberhasilan/ Indikator Kinerja Individu, Target, dan Perspektif:",
        label_perilaku="PERILAKU KERJA*",
        catatan=(f"* {_EKSPEKTASI_KHUSUS}",),
    ),
    FormatA12: Bentuk(
        kode="A.1.2",
        templat="hasil_kerja",
        judul=(_SKP, _KUANTITATIF, _JPT),
        label_nip_penilai=_OPSIONAL,
        label_perilaku="PERILAKU KERJA*",
        daftar_kolom=_KOLOM_JPT,
        catatan=(f"* {_EKSPEKTASI_KHUSUS}",),
    ),
    FormatA13: Bentuk(
        kode="A.1.3",
        templat="manual",
        judul=("MANUAL INDIKATOR KINERJA", "SKP PEJABAT PIMPINAN TINGGI DAN PIMPINAN UNIT KERJA MANDIRI"),
    ),
    FormatA14: Bentuk(
        kode="A.1.4",
        templat="workblock",
        judul=("WORKBLOCK UNTUK IDENTIFIKASI STRATEGI PENCAPAIAN HASIL KERJA",),
    ),
    FormatA15: Bentuk(kode="A.1.5", templat="matriks", judul=("MATRIKS PEMBAGIAN PERAN DAN HASIL",)),
    FormatA16: Bentuk(
        kode="A.1.6",
        templat="hasil_kerja",
        judul=(_SKP, _KUALITATIF, _JA_JF),
        label_ukuran="Ukuran keberhasilan/ indikator kinerja individu dan Target:",
        label_perilaku="PERILAKU KERJA*",
        catatan=(f"* {_EKSPEKTASI_KHUSUS}",),
    ),
    FormatA17: Bentuk(
        kode="A.1.7",
        templat="hasil_kerja",
        judul=(_SKP, _KUANTITATIF, _JA_JF),
        label_perilaku="PERILAKU KERJA**",
        daftar_kolom=(_NO, _INTERVENSI_A17, *_KOLOM_JA_JF[2:]),
        catatan=(_INTERVENSI_JPT, f"** {_EKSPEKTASI_KHUSUS}"),
    ),
    FormatA18: Bentuk(
        kode="A.1.8", templat="lampiran", judul=("LAMPIRAN SASARAN KINERJA PEGAWAI",), lanskap=False
    ),
    FormatB11: Bentuk(kode="B.1.1", templat="rencana_aksi", judul=("RENCANA AKSI",), lanskap=False),
    FormatB12: Bentuk(
        kode="B.1.2", templat="rencana_aksi", judul=("PENDOKUMENTASIAN KINERJA",), lanskap=False
    ),
    FormatB13: Bentuk(
        kode="B.1.3",
        templat="hasil_kerja",
        judul=(_REKAMAN, _KUALITATIF),
        label_ukuran="Ukuran keberhasilan dan Target:",
        catatan=_PILIH_PERIODE,
    ),
    FormatB14: Bentuk(
        kode="B.1.4",
        templat="hasil_kerja",
        judul=(_REKAMAN, _KUANTITATIF, _JPT),
        label_pangkat=_TANPA_SPASI,
        label_nip_penilai=_OPSIONAL,
        label_unit_penilai="INSTANSI",
        daftar_kolom=(*_KOLOM_JPT, *_KOLOM_CAPAIAN),
        catatan=_PILIH_PERIODE,
    ),
    FormatB15: Bentuk(
        kode="B.1.5",
        templat="hasil_kerja",
        judul=(_REKAMAN, _KUANTITATIF, _JA_JF),
        label_pangkat=_TANPA_SPASI,
        daftar_kolom=(*_KOLOM_JA_JF, *_KOLOM_CAPAIAN),
        catatan=_PILIH_PERIODE,
    ),
    FormatB16: Bentuk(
        kode="B.1.6",
        templat="coaching",
        judul=("PELAKSANAAN COACHING",),
        lanskap=False,
        catatan=("* Jika diperlukan penyesuaian indikator/ target kinerja maka dilakukan perubahan SKP",),
    ),
    FormatB17: Bentuk(kode="B.1.7", templat="mentoring", judul=("PELAKSANAAN MENTORING",), lanskap=False),
    FormatB18: Bentuk(
        kode="B.1.8",
        templat="umpan_balik_bimbingan",
        judul=("UMPAN BALIK PELAKSANAAN BIMBINGAN KINERJA",),
        lanskap=False,
    ),
    FormatB19: Bentuk(
        kode="B.1.9",
        templat="evaluasi_kompetensi",
        judul=("EVALUASI KOMPETENSI PEGAWAI", "SEBAGAI TINDAK LANJUT BIMBINGAN KINERJA"),
        lanskap=False,
    ),
    FormatB110: Bentuk(
        kode="B.1.10",
        templat="laporan_perilaku",
        judul=("LAPORAN PERMASALAHAN PERILAKU KERJA",),
        lanskap=False,
    ),
    FormatC11: Bentuk(
        kode="C.1.1",
        templat="evaluasi",
        judul=(_EVALUASI, _KUALITATIF),
        label_nip_penilai=_OPSIONAL,
        label_ukuran="Ukuran Keberhasilan/ Indikator Kinerja Individu, Target, dan Perspektif****:",
        catatan=(*_CATATAN_EVALUASI, _CATATAN_PERSPEKTIF),
    ),
    FormatC12: Bentuk(
        kode="C.1.2",
        templat="evaluasi",
        judul=(_EVALUASI, _KUANTITATIF, _JPT),
        label_pangkat=_TANPA_SPASI,
        label_nip_penilai=_OPSIONAL,
        label_unit_penilai="INSTANSI",
        daftar_kolom=(*_KOLOM_JPT, *_KOLOM_CAPAIAN),
        catatan=_CATATAN_EVALUASI,
    ),
    FormatC13: Bentuk(
        kode="C.1.3",
        templat="evaluasi",
        judul=(_EVALUASI, _KUANTITATIF, _JA_JF),
        label_pangkat=_TANPA_SPASI,
        daftar_kolom=(*_KOLOM_JA_JF, *_KOLOM_CAPAIAN),
        catatan=_CATATAN_EVALUASI,
    ),
    FormatD11: _dokumen_evaluasi("D.1.1"),
    FormatD12: _dokumen_evaluasi("D.1.2"),
    FormatD13: _dokumen_evaluasi("D.1.3"),
}

# From the code in the register of forms (`peraturan.formulir`) to the dataclass that fills it.
FORMAT_PER_KODE: dict[str, type[Isian]] = {bentuk.kode: kelas for kelas, bentuk in DAFTAR_BENTUK.items()}
