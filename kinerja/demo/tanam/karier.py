"""Careers of the cast: one who may go up, one who misses a little, one who has not passed, and what nobody recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from kinerja.demo.baca import find_pemeran
from kinerja.demo.tanam.dunia import Dunia
from kinerja.demo.tanam.kalender import admin_of
from kinerja.karier.actions import list_for_promotion, set_angka_kredit
from kinerja.karier.istilah import JenisPenetapan, TingkatHukuman
from kinerja.karier.models import (
    AngkaKreditLama,
    FormasiJF,
    HukumanDisiplin,
    KontrakPPPK,
    RiwayatPangkat,
    RiwayatPredikat,
    UjiKompetensi,
)
from kinerja.karier.queries.penetapan import IsianPenetapan, pilihan_sampai
from kinerja.karier.queries.seorang import bahan_of, berkas_of
from kinerja.kepegawaian.models import Instansi, Pegawai
from kinerja.metode.pak import UnsurPAK
from kinerja.peraturan.identitas import JenjangJF
from kinerja.peraturan.predikat import Predikat


@dataclass(frozen=True, kw_only=True)
class _Riwayat:
    """Years are counted back from the running one; `pak` is what was reached two years ago."""

    golongan: str
    pangkat_lalu: int
    jenjang: JenjangJF | None = None
    pak: str = ""
    predikat: Predikat = Predikat.BAIK


_RIWAYAT = {
    # May go up a level: enough angka kredit, passed, and there is a place.
    "bu-dewi": _Riwayat(golongan="III/b", pangkat_lalu=4, jenjang=JenjangJF.MAHIR, pak="82"),
    # Enough of everything but the test.
    "auditor-pekanbaru": _Riwayat(golongan="III/d", pangkat_lalu=5, jenjang=JenjangJF.AHLI_MUDA, pak="168.5"),
    # Two and a half short.
    "guru-tebo": _Riwayat(golongan="III/c", pangkat_lalu=4, jenjang=JenjangJF.AHLI_MUDA, pak="72.5"),
    "analis-pontianak": _Riwayat(golongan="III/c", pangkat_lalu=4, jenjang=JenjangJF.AHLI_MUDA, pak="76"),
    # His predikat changes in the middle of this year.
    "pak-reza": _Riwayat(golongan="III/d", pangkat_lalu=3, jenjang=JenjangJF.AHLI_MUDA, pak="121.88"),
    "pak-budi": _Riwayat(golongan="II/d", pangkat_lalu=3, jenjang=JenjangJF.TERAMPIL, pak="41"),
    # Too short in her rank.
    "bu-nurul": _Riwayat(golongan="III/a", pangkat_lalu=1, jenjang=JenjangJF.AHLI_PERTAMA, pak="33.33"),
    "bu-ratna": _Riwayat(golongan="III/b", pangkat_lalu=4),
    "pak-joko": _Riwayat(golongan="II/c", pangkat_lalu=4, predikat=Predikat.BUTUH_PERBAIKAN),
}
_FORMASI = (
    ("PKU", "Bidan", JenjangJF.PENYELIA, 3),
    ("PKU", "Auditor", JenjangJF.AHLI_MADYA, 2),
    ("PKU", "Analis SDM Aparatur", JenjangJF.AHLI_MADYA, 1),
    ("PKU", "Perawat", JenjangJF.MAHIR, 6),
    ("PTK", "Analis SDM Aparatur", JenjangJF.AHLI_MADYA, 0),
    ("TBO", "Guru", JenjangJF.AHLI_MADYA, 5),
)
_UJI = (("bu-dewi", JenjangJF.PENYELIA, True), ("auditor-pekanbaru", JenjangJF.AHLI_MADYA, False))
_KONTRAK = {"dokter-fajar": (1, 3), "operator-dukcapil": (4, 0), "pak-dimas": (1, 0)}


def plant_karier(dunia: Dunia) -> None:
    """Before what builds on it, and after the evaluations of last year."""
    tahun = dunia.on.year
    orang = {slug: _pegawai(slug) for slug in {*_RIWAYAT, *_KONTRAK, "pak-galang", "bu-sari"}}
    for slug, satu in _RIWAYAT.items():
        _history(orang[slug], satu, tahun=tahun, dunia=dunia)
    for kode, nama, jenjang, jumlah in _FORMASI:
        FormasiJF.objects.create(
            instansi=Instansi.objects.get(kode=kode),
            nama=nama,
            jenjang=jenjang,
            jumlah=jumlah,
            dasar=f"Contoh demo: penetapan kebutuhan {tahun - 1}",
            recorded_at=dunia.pukul(date(tahun - 1, 3, 2)),
        )
    for slug, jenjang, lulus in _UJI:
        diuji = date(tahun - 1, 9, 17)
        UjiKompetensi.objects.create(
            pegawai=orang[slug], jenjang=jenjang, diuji_on=diuji, lulus=lulus,
            dasar=f"Berita acara uji kompetensi {tahun - 1}", recorded_at=dunia.pukul(diuji),
        )  # fmt: skip
    for slug, (lalu, depan) in _KONTRAK.items():
        KontrakPPPK.objects.create(
            pegawai=orang[slug], mulai_on=date(tahun - lalu, 1, 2), selesai_on=date(tahun + depan, 12, 31),
            dasar=f"Perjanjian kerja {tahun - lalu}", recorded_at=dunia.pukul(date(tahun - lalu, 1, 2)),
        )  # fmt: skip
    _punishment(orang["pak-galang"], dunia)
    _papers(orang["bu-dewi"], orang["bu-sari"], dunia)
    _promotion(orang["analis-pontianak"], dunia)


def _history(pegawai: Pegawai, riwayat: _Riwayat, *, tahun: int, dunia: Dunia) -> None:
    # October: the rank that is one year old has not been held for two years anywhere in this year.
    tmt = date(tahun - riwayat.pangkat_lalu, 10 if riwayat.pangkat_lalu == 1 else 4, 1)
    RiwayatPangkat.objects.create(
        pegawai=pegawai, golongan=riwayat.golongan, tmt_on=tmt, dasar=f"823.3/{tmt.month:03}/{tmt.year}", recorded_at=dunia.pukul(tmt)
    )  # fmt: skip
    akhir = date(tahun - 2, 12, 31)
    RiwayatPredikat.objects.create(
        pegawai=pegawai, tahun=akhir.year, predikat=riwayat.predikat,
        dasar=f"Dokumen evaluasi {akhir.year}", recorded_at=dunia.pukul(akhir),
    )  # fmt: skip
    if riwayat.jenjang:
        AngkaKreditLama.objects.create(
            pegawai=pegawai, jenjang=riwayat.jenjang, unsur=UnsurPAK.JF_LAMA, nilai=Decimal(riwayat.pak),
            sampai_on=akhir, dasar=f"800.1.3/{akhir.month:03}/{akhir.year}", recorded_at=dunia.pukul(akhir),
        )  # fmt: skip


def _punishment(pegawai: Pegawai, dunia: Dunia) -> None:
    """Only the degree and how long it counts."""
    mulai = date(dunia.on.year, 10, 12)
    if mulai > dunia.on:
        return
    HukumanDisiplin.objects.create(
        pegawai=pegawai,
        tingkat=TingkatHukuman.RINGAN,
        mulai_on=mulai,
        selesai_on=mulai + timedelta(days=182),
        dasar=f"Contoh demo: keputusan {mulai.year}",
        recorded_at=dunia.pukul(mulai),
    )


def _papers(pegawai: Pegawai, penetap: Pegawai, dunia: Dunia) -> None:
    """Last year's conversion and PAK, set when its result was final."""
    pada, sampai = date(dunia.on.year, 3, 9), date(dunia.on.year - 1, 12, 31)
    bahan_berkas = berkas_of(pegawai)
    bahan = bahan_of(pegawai, bahan_berkas, on=dunia.on)
    if pada > dunia.on or sampai not in pilihan_sampai(bahan, bahan_berkas):
        return
    for nomor, jenis in enumerate((JenisPenetapan.KONVERSI, JenisPenetapan.PAK), start=14):
        set_angka_kredit(
            pegawai,
            jenis=jenis,
            sampai_on=sampai,
            isian=IsianPenetapan(
                nomor=f"800.1.3/{nomor:03}/AK/{pada.year}",
                penetap=penetap,
                jabatan_penetap="Pejabat Penilai Kinerja,",
                tempat_lahir="Pekanbaru",
            ),
            by=admin_of(pegawai.instansi),
            at=dunia.pukul(pada, 10),
        )


def _promotion(pegawai: Pegawai, dunia: Dunia) -> None:
    pada = date(dunia.on.year, 3, 16)
    if pada > dunia.on:
        return
    list_for_promotion(
        pegawai,
        tahun=pada.year,
        alasan=f"Predikat paling rendah Baik selama 2 tahun berturut-turut ({pada.year - 2}–{pada.year - 1}).",
        dasar="Aturan tindak lanjut Kebijakan BKPSDM Kota Pontianak",
        by=admin_of(pegawai.instansi),
        at=dunia.pukul(pada, 9),
    )


def _pegawai(slug: str) -> Pegawai:
    return Pegawai.objects.select_related("user", "instansi").get(nip=find_pemeran(slug).nip)
