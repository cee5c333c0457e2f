"""The shape of a worked example: what the forms of a person and year hold.

`asal` of a realisation is "tercetak" when the annex prints one and "isian" where it prints only a
placeholder and the sentence is ours. No annex ticks a rating: `asal_rating` says "tafsir" (T34) and
`alasan_rating` why we read it so.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kinerja.demo.baca.berkas import Peta
from kinerja.peraturan.capaian import Target
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.peraturan.predikat import CapaianOrganisasi, Predikat, Rating
from kinerja.peraturan.skp import (
    Aspek,
    JenisHasilKerja,
    KategoriSKP,
    Pendekatan,
    PeriodePelaporan,
    Perspektif,
    TingkatKendali,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Orang:
    """Somebody named on a form; a pejabat negara has no NIP and no pangkat."""

    nama: str
    nip: str | None
    pangkat_golongan: str | None
    jabatan: str
    unit_kerja: str

    @property
    def golongan(self) -> str:
        return (self.pangkat_golongan or "").rpartition("(")[2].rstrip(")")


@dataclass(frozen=True, kw_only=True, slots=True)
class Manual:
    ukuran: str
    tujuan: str
    definisi: str
    formula: str
    satuan: str
    kendali: TingkatKendali
    sumber_data: str
    periode_pelaporan: PeriodePelaporan


@dataclass(frozen=True, kw_only=True, slots=True)
class Indikator:
    """`target_teks` is the printed target; `target` the same as a range, None in the qualitative approach."""

    teks: str
    aspek: Aspek | None
    satuan: str | None
    target_teks: str | None
    target: Target | None
    perspektif: Perspektif | None
    manual: Manual | None


@dataclass(frozen=True, kw_only=True, slots=True)
class HasilKerja:
    jenis: JenisHasilKerja
    rhk: str
    penugasan_dari: str
    rhk_pimpinan: str | None
    indikator_pimpinan: str | None
    daftar_indikator: tuple[Indikator, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Lampiran:
    dukungan_sumber_daya: tuple[str, ...]
    skema_pertanggungjawaban: tuple[str, ...]
    konsekuensi: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SKPContoh:
    tahun: int
    kategori: KategoriSKP
    pendekatan: Pendekatan
    daftar_hasil: tuple[HasilKerja, ...]
    perilaku: dict[NilaiDasar, tuple[str, ...]]
    lampiran: Lampiran | None


@dataclass(frozen=True, kw_only=True, slots=True)
class BarisMatriks:
    """One employee; a cell without roles is empty."""

    nama: str
    jabatan: str
    sel: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Matriks:
    """Matriks peran dan hasil; the second tier belongs to the person in the first row of the first."""

    kolom: tuple[str, ...]
    daftar_baris: tuple[BarisMatriks, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Workblock:
    judul: str
    intervensi: str
    pemilik: str
    pihak_terlibat: str
    waktu: str
    penerima_manfaat: str
    tujuan: str
    anggaran: str | None
    strategi_rutin: tuple[str, ...]
    strategi_transformatif: tuple[str, ...]
    keluaran_rutin: tuple[str, ...]
    keluaran_transformatif: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class UmpanBalik:
    pemberi: str
    teks: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Realisasi:
    """One indicator's realisation; `dikecualikan` is note ****: below target and yet sesuai ekspektasi."""

    teks: str
    nilai: Decimal | None
    asal: str
    dikecualikan: bool
    umpan_balik: tuple[UmpanBalik, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class EvaluasiHasil:
    """One result: a realisation per indicator, in order, and feedback on the result as a whole."""

    daftar_realisasi: tuple[Realisasi, ...]
    umpan_balik: tuple[UmpanBalik, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class EvaluasiContoh:
    """`ekspektasi_berubah` holds what the evaluation table prints differently from the SKP."""

    periode: str
    capaian_organisasi: CapaianOrganisasi
    daftar_hasil: tuple[EvaluasiHasil, ...]
    ekspektasi_berubah: dict[NilaiDasar, tuple[str, ...]]
    perilaku: dict[NilaiDasar, tuple[UmpanBalik, ...]]
    rating_hasil_kerja: Rating
    rating_perilaku_kerja: Rating
    predikat: Predikat
    asal_rating: str
    alasan_rating: str
    tempat: str
    tanggal: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Contoh:
    slug: str
    sumber: dict[str, Peta]
    instansi: str
    jenis_instansi: str
    pegawai: Orang
    penilai: Orang
    skp: SKPContoh
    matriks: Matriks | None
    matriks_tim: Matriks | None
    workblock: Workblock | None
    evaluasi: EvaluasiContoh
