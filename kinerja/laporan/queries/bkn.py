"""Rows as SIASN takes them: its field names in its order, our results as its codes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Literal

from kinerja.jejak.models import JenisHalaman
from kinerja.karier.istilah import JenisPenetapan
from kinerja.karier.models import PenetapanAngkaKredit
from kinerja.kebijakan.models import Tahap
from kinerja.kepegawaian.models import Penempatan
from kinerja.laporan.istilah import JenisLaporan
from kinerja.laporan.queries.bentuk import Baris, Kolom, Laporan, Saringan, Sel, Sumber, SumberTabel
from kinerja.laporan.queries.evaluasi import URUT, evaluasi_ditetapkan, hari
from kinerja.laporan.queries.orang import daftar_penetapan
from kinerja.lib.sekaligus import read_together
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.jadwal import JenisPeriode
from kinerja.setelan.queries import nilai
from kinerja.tindak_lanjut.istilah import SUDAH_PASTI

if TYPE_CHECKING:
    from kinerja.akun.models import User
    from kinerja.setelan.daftar import IsiSetelan

_PANJANG = ("jejak_hitung", "jejak_saran", "masukan", "catatan")
_SKP = (
    "hasilKerjaNilai", "perilakuKerjaNilai", "kuadranKinerjaNilai", "id", "penilaiGolongan", "penilaiJabatan",
    "penilaiNama", "penilaiNipNrp", "penilaiUnorNama", "pnsDinilaiOrang", "statusPenilai", "tahun",
)  # fmt: skip
_PERIODIK = (
    *_SKP, "pnsDinilaiId", "koefisienId", "bulanMulaiPenilaian", "bulanSelesaiPenilaian", "tahunMulaiPenilaian",
    "tahunSelesaiPenilaian", "periodikId", "penilaiJabatanNama",
)  # fmt: skip
# The spelling “Penailan” is SIASN's.
_ANGKA_KREDIT = (
    "bulanMulaiPenailan", "bulanSelesaiPenailan", "tahunMulaiPenailan", "tahunSelesaiPenailan",
    "isAngkaKreditPertama", "isIntegrasi", "isKonversi", "kreditBaruTotal", "kreditPenunjangBaru",
    "kreditUtamaBaru", "nomorSk", "tanggalSk", "pnsId", "rwJabatanId",
)  # fmt: skip
# Ours, behind theirs: they tell whose row it is, since SIASN's own numbers of people are not kept here.
_PEMBANTU = ("nip", "nama")


def _susun(user: User, saringan: Saringan, on: date, *, periodik: bool) -> Sumber:
    daftar = evaluasi_ditetapkan(user, saringan, on=on).filter(status__in=SUDAH_PASTI)
    return SumberTabel(daftar, partial(_rows, saringan=saringan, periodik=periodik), *URUT)


def _rows(kunci: Sequence[int], *, saringan: Saringan, periodik: bool) -> dict[int, Baris]:
    kode = nilai(saringan.instansi_id, "bkn")
    dicari = Evaluasi.objects.filter(pk__in=kunci)
    sampai = saringan.periode.selesai_on if saringan.periode else date(saringan.tahun, 12, 31)
    baca = read_together(
        evaluasi=dicari.defer(*_PANJANG)
        .select_related("skp__pegawai", "skp__penempatan__jabatan", "penilai", "periode")
        .order_by("pk"),
        # The penilai's post on the last day; a definitive one before that of a Plt. or Plh.
        tempat=Penempatan.objects.berlaku(sampai)
        .filter(pegawai__in=dicari.order_by().values("penilai_id"))
        .select_related("jabatan", "unit_kerja")
        .order_by("-jenis", "mulai_on", "pk"),
    )
    tempat = {p.pegawai_id: (p.jabatan.nama, p.unit_kerja.nama) for p in baca["tempat"]}
    return {
        satu.pk: Baris(
            sel=(*_cells(satu, kode, tempat.get(satu.penilai_id, ("", "")), periodik=periodik), *_who(satu)),
            pegawai_id=satu.skp.pegawai_id,
            penilai_id=satu.penilai_id,
            atasan_id=satu.atasan_penilai_id,
            nomor=satu.pk,
        )
        for satu in baca["evaluasi"]
    }


def _cells(
    evaluasi: Evaluasi, kode: IsiSetelan, tempat: tuple[str, str], *, periodik: bool
) -> tuple[Sel, ...]:
    penilai, periode = evaluasi.penilai, evaluasi.periode
    jabatan, unit = tempat
    kuadran = kode.bulat(f"kuadran_{evaluasi.predikat}")
    dasar: tuple[Sel, ...] = (
        kode.bulat(f"rating_{evaluasi.rating_hasil}"),
        kode.bulat(f"rating_{evaluasi.rating_perilaku}"),
        kuadran,
        "",
        penilai.golongan,
        jabatan,
        penilai.nama,
        penilai.nip,
        unit,
        "",
        "ASN" if penilai.jenis_asn else "NON ASN",
        periode.tahun,
    )
    if not periodik:
        return dasar
    jenjang = evaluasi.skp.penempatan.jabatan.jenjang
    return (
        *dasar,
        "",
        kode.bulat(f"jenjang_{jenjang}") * 10 + kuadran if jenjang else None,
        periode.mulai_on.month,
        periode.selesai_on.month,
        periode.mulai_on.year,
        periode.selesai_on.year,
        kode.bulat(_PER_JENIS[periode.jenis]) if periode.jenis in _PER_JENIS else None,
        jabatan,
    )


_PER_JENIS = {
    JenisPeriode.BULANAN.value: "periodik_bulanan",
    JenisPeriode.TRIWULANAN.value: "periodik_triwulanan",
}


def _who(evaluasi: Evaluasi) -> tuple[str, str]:
    return evaluasi.skp.pegawai.nip, evaluasi.skp.pegawai.nama


def _susun_angka_kredit(user: User, saringan: Saringan, on: date) -> Sumber:
    return SumberTabel(daftar_penetapan(user, saringan, on), _angka_kredit, "pegawai__nama", "-sampai_on")


def _angka_kredit(kunci: Sequence[int]) -> dict[int, Baris]:
    daftar = PenetapanAngkaKredit.objects.filter(pk__in=kunci).select_related("pegawai").order_by("pk")
    return {
        satu.pk: Baris(
            sel=(
                satu.mulai_on.month,
                satu.sampai_on.month,
                satu.mulai_on.year,
                satu.sampai_on.year,
                "",
                "",
                1 if satu.jenis == JenisPenetapan.KONVERSI else 0,
                satu.jumlah,
                None,
                None,
                satu.nomor,
                tanggal.strftime("%d-%m-%Y") if (tanggal := hari(satu.ditetapkan_at)) else "",
                "",
                "",
                satu.pegawai.nip,
                satu.pegawai.nama,
            ),
            pegawai_id=satu.pegawai_id,
            nomor=satu.pk,
        )
        for satu in daftar
    }


_KODE = {
    "hasilKerjaNilai", "perilakuKerjaNilai", "kuadranKinerjaNilai", "koefisienId", "periodikId", "isKonversi",
}  # fmt: skip
_TAMPIL = {
    "hasilKerjaNilai", "perilakuKerjaNilai", "kuadranKinerjaNilai", "penilaiNama", "penilaiNipNrp", "tahun",
    "koefisienId", "bulanMulaiPenilaian", "bulanSelesaiPenilaian", "periodikId", "kreditBaruTotal", "nomorSk",
    "tanggalSk", "isKonversi", "nip", "nama",
}  # fmt: skip

_HANYA_CETAK = {
    "penilaiNama", "penilaiNipNrp", "tahun", "bulanMulaiPenilaian", "bulanSelesaiPenilaian", "isKonversi",
}  # fmt: skip


def _kind(nama: str) -> Literal["teks", "angka", "kode"]:
    if nama.startswith("kredit"):
        return "angka"
    return "kode" if nama in _KODE or nama.startswith(("bulan", "tahun")) else "teks"


def _columns(daftar: tuple[str, ...]) -> tuple[Kolom, ...]:
    return tuple(
        Kolom(
            nama,
            _kind(nama),
            28 if nama.endswith("ama") else 20,
            utama=nama in _TAMPIL,
            layar=nama not in _HANYA_CETAK,
        )
        for nama in (*daftar, *_PEMBANTU)
    )


_CATATAN = (
    "Nomor milik SIASN (id, pnsDinilaiOrang, pnsDinilaiId, pnsId, rwJabatanId) dikosongkan karena tidak disimpan di sini; "
    "kolom nip dan nama di ujung menunjukkan orangnya."
)
_DASAR = "Layanan web SIASN; kodenya dapat diubah di Setelan bersumber"

BKN_SKP = Laporan(
    jenis=JenisLaporan.BKN_SKP,
    uraian="Hasil tahunan yang sudah pasti, untuk skp22/save.",
    dasar=_DASAR,
    catatan=_CATATAN,
    halaman=JenisHalaman.HASIL,
    tahap=(Tahap.TAHUNAN,),
    susun=partial(_susun, periodik=False),
    kosong="Belum ada hasil tahunan yang sudah diterima pegawai atau final pada unit ini.",
    daftar_kolom=_columns(_SKP),
)
BKN_PERIODIK = Laporan(
    jenis=JenisLaporan.BKN_PERIODIK,
    uraian="Hasil periodik yang sudah pasti, untuk kinerjaperiodik/save.",
    dasar=_DASAR,
    catatan=_CATATAN,
    halaman=JenisHalaman.HASIL,
    tahap=(Tahap.PERIODIK,),
    susun=partial(_susun, periodik=True),
    kosong="Belum ada hasil periodik yang sudah diterima pegawai atau final pada unit ini.",
    daftar_kolom=_columns(_PERIODIK),
)
BKN_ANGKA_KREDIT = Laporan(
    jenis=JenisLaporan.BKN_ANGKA_KREDIT,
    uraian="Penetapan angka kredit yang berlaku, untuk angkakredit/save.",
    dasar=_DASAR,
    catatan=_CATATAN,
    halaman=JenisHalaman.KARIER,
    susun=_susun_angka_kredit,
    kosong="Belum ada penetapan angka kredit pada tahun itu yang dapat Anda lihat.",
    daftar_kolom=_columns(_ANGKA_KREDIT),
)
