""" "Perjalanan saya": where somebody stands, what the next step asks for, and what happened year by year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from kinerja.karier.istilah import Jalur, JenisPenetapan
from kinerja.karier.models import CalonPromosi, HukumanDisiplin, KontrakPPPK, PenetapanAngkaKredit
from kinerja.karier.queries.bahan import Bahan, Hitungan, hitung, keadaan
from kinerja.karier.queries.kelayakan import applies, kelayakan_of, syarat_lain_of
from kinerja.karier.queries.seorang import Berkas, bahan_of, berkas_of
from kinerja.kebijakan.models import Tahap
from kinerja.kepegawaian.models import Pegawai, Penempatan
from kinerja.lib.angka import format_angka
from kinerja.lib.tanggal import format_bulan, format_tanggal
from kinerja.metode.angka_kredit_jf import HitunganAngkaKredit, Perkiraan, akhir_bulan, perkiraan
from kinerja.metode.syarat_lain import SyaratLain
from kinerja.peraturan.angka_kredit import (
    KebutuhanAngkaKredit,
    golongan_berikutnya,
    kebutuhan_jenjang,
    kebutuhan_pangkat,
)
from kinerja.peraturan.identitas import nama_pangkat
from kinerja.peraturan.jam_pelajaran import CapaianJP, capaian_jp
from kinerja.peraturan.kenaikan import Kelayakan
from kinerja.peraturan.pembinaan import usul_perpanjangan_sejak


@dataclass(frozen=True, kw_only=True)
class Langkah:
    """One way up: every condition with its answer, and how long it may still take."""

    jalur: Jalur
    judul: str
    kelayakan: Kelayakan
    syarat_lain: tuple[SyaratLain, ...] = ()
    kebutuhan: KebutuhanAngkaKredit | None = None
    perkiraan: Perkiraan | None = None

    @property
    def terpenuhi(self) -> int:
        return len(self.kelayakan.daftar_syarat) - len(self.kelayakan.daftar_kurang)

    @property
    def is_buntu(self) -> bool:
        """The top of this level: no angka kredit leads to a next pangkat before the next level."""
        return self.jalur is Jalur.PANGKAT_JF and self.kebutuhan is None

    @property
    def kalimat_perkiraan(self) -> str:
        satu = self.perkiraan
        if satu is None:
            return ""
        return (
            f"Bila predikat tetap {satu.predikat.label}, angka kreditnya cukup sekitar {format_bulan(satu.cukup_pada)} "
            f"({satu.bulan} bulan lagi sejak bulan terakhir yang sudah dihitung)."
        )


@dataclass(frozen=True, kw_only=True)
class Peristiwa:
    """Something that happened; `evaluasi_id` leads to the page that explains a predikat."""

    pada: date
    ikon: str
    judul: str
    isi: str = ""
    predikat: tuple[str, str] | None = None
    evaluasi_id: int | None = None
    penetapan_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class Tahun:
    tahun: int
    daftar: list[Peristiwa]


@dataclass(frozen=True, kw_only=True)
class Perjalanan:
    pegawai: Pegawai
    tempat: Penempatan | None
    bahan: Bahan
    hitungan: Hitungan
    daftar_langkah: list[Langkah]
    daftar_tahun: list[Tahun]
    jp: CapaianJP | None
    tahun_jp: int
    kontrak: KontrakPPPK | None
    hukuman: list[HukumanDisiplin]
    promosi: CalonPromosi | None
    penetapan: list[PenetapanAngkaKredit] = field(default_factory=list)

    @property
    def angka_kredit(self) -> HitunganAngkaKredit | None:
        return self.hitungan.angka_kredit

    @property
    def pangkat(self) -> str:
        nama = nama_pangkat(golongan=self.bahan.golongan)
        return f"{nama}, {self.bahan.golongan}" if nama else self.bahan.golongan

    @property
    def terdekat(self) -> Langkah | None:
        """The way up that misses least; one that is complete first, one that leads nowhere yet last."""
        return min(
            self.daftar_langkah,
            key=lambda satu: (satu.is_buntu, len(satu.kelayakan.daftar_kurang)),
            default=None,
        )

    @property
    def usul_kontrak_on(self) -> date | None:
        return usul_perpanjangan_sejak(berakhir_on=self.kontrak.selesai_on) if self.kontrak else None


def perjalanan(pegawai: Pegawai, *, on: date, masa: int | None) -> Perjalanan:
    """`masa` are the years in the pangkat that the instansi asks for kenaikan pangkat reguler."""
    berkas = berkas_of(pegawai)
    bahan = bahan_of(pegawai, berkas, on=on)
    hitungan = hitung(bahan)
    jam = berkas.jp(on.year)
    return Perjalanan(
        pegawai=pegawai,
        tempat=berkas.tempat(on),
        bahan=bahan,
        hitungan=hitungan,
        daftar_langkah=[
            _step(jalur, bahan, hitungan, on=on, masa=masa) for jalur in Jalur if applies(jalur, bahan)
        ],
        daftar_tahun=_years(berkas, on=on),
        jp=capaian_jp(jenis_asn=bahan.jenis_asn, jp=int(jam or 0), jenis_jabatan=bahan.jenis_jabatan)
        if bahan.jenis_asn
        else None,
        tahun_jp=on.year,
        kontrak=berkas.kontrak[-1] if berkas.kontrak else None,
        hukuman=[h for h in berkas.hukuman if h.selesai_on is None or h.selesai_on >= on],
        promosi=next((c for c in berkas.promosi if c.withdrawn_at is None), None),
        penetapan=berkas.penetapan,
    )


def _step(jalur: Jalur, bahan: Bahan, hitungan: Hitungan, *, on: date, masa: int | None) -> Langkah:
    kelayakan = kelayakan_of(jalur, bahan, hitungan, on=on, masa=masa)
    butuh = _need(jalur, bahan, hitungan)
    isi, terakhir = hitungan.angka_kredit, bahan.predikat_terakhir
    kira = (
        perkiraan(isi, kurang=butuh.kurang, predikat=terakhir.predikat)
        if butuh and isi and terakhir
        else None
    )
    return Langkah(
        jalur=jalur,
        judul=_title(jalur, bahan),
        kelayakan=kelayakan,
        syarat_lain=syarat_lain_of(jalur, masa=masa),
        kebutuhan=butuh,
        perkiraan=kira,
    )


def _need(jalur: Jalur, bahan: Bahan, hitungan: Hitungan) -> KebutuhanAngkaKredit | None:
    angka = keadaan(bahan, hitungan).angka_kredit
    if bahan.jenjang is None or angka is None or jalur is Jalur.PANGKAT_REGULER:
        return None
    if jalur is Jalur.JENJANG:
        return kebutuhan_jenjang(jenjang=bahan.jenjang, dimiliki=angka)
    return kebutuhan_pangkat(jenjang=bahan.jenjang, golongan=bahan.golongan, dimiliki=angka)


def _title(jalur: Jalur, bahan: Bahan) -> str:
    if jalur is Jalur.JENJANG:
        return f"Naik ke jenjang {bahan.berikutnya.label}" if bahan.berikutnya else "Jenjang berikutnya"
    if jalur is Jalur.PANGKAT_JF and bahan.jenjang:
        golongan = golongan_berikutnya(jenjang=bahan.jenjang, golongan=bahan.golongan)
        if golongan:
            return f"Naik ke {nama_pangkat(golongan=golongan)}, {golongan}"
    return "Pangkat berikutnya"


def _years(berkas: Berkas, *, on: date) -> list[Tahun]:
    per_tahun: dict[int, list[Peristiwa]] = defaultdict(list)
    for satu in _events(berkas, on=on):
        per_tahun[satu.pada.year].append(satu)
    return [
        Tahun(tahun=tahun, daftar=sorted(isi, key=lambda p: p.pada, reverse=True))
        for tahun, isi in sorted(per_tahun.items(), reverse=True)
    ]


def _events(berkas: Berkas, *, on: date) -> Iterator[Peristiwa]:
    yield from _rating_events(berkas)
    for tahun in {r.tahun for r in berkas.rekap_belajar} | {b.selesai_on.year for b in berkas.belajar}:
        jam = berkas.jp(tahun)
        if jam is not None:
            yield Peristiwa(
                pada=min(date(tahun, 12, 31), on), ikon="buku", judul=f"{format_angka(jam)} jam pelajaran"
            )
    for terima in berkas.penghargaan:
        selesai = terima.program.diputus_at
        pada = selesai.date() if selesai else date(terima.program.tahun, 12, 31)
        yield Peristiwa(pada=pada, ikon="hadiah", judul=terima.program.nama, isi=terima.kutipan)
    for pangkat in berkas.pangkat:
        nama = nama_pangkat(golongan=pangkat.golongan)
        yield Peristiwa(
            pada=pangkat.tmt_on,
            ikon="tangga",
            judul=f"{nama}, {pangkat.golongan}" if nama else f"Golongan {pangkat.golongan}",
            isi=pangkat.dasar,
        )
    for tempat in berkas.penempatan:
        yield Peristiwa(
            pada=tempat.mulai_on, ikon="orang", judul=tempat.jabatan.nama, isi=tempat.unit_kerja.nama
        )
    for uji in berkas.uji:
        hasil = "Lulus" if uji.lulus else "Belum lulus"
        judul = f"{hasil} uji kompetensi {uji.get_jenjang_display()}"
        yield Peristiwa(pada=uji.diuji_on, ikon="sertifikat", judul=judul, isi=uji.dasar)
    for kontrak in berkas.kontrak:
        judul = f"Perjanjian kerja sampai {format_tanggal(kontrak.selesai_on)}"
        yield Peristiwa(pada=kontrak.mulai_on, ikon="jabat", judul=judul, isi=kontrak.dasar)
    for penetapan in berkas.penetapan:
        if penetapan.digantikan_oleh_id is None:
            yield Peristiwa(
                pada=penetapan.ditetapkan_at.date(),
                ikon="berkas",
                judul=f"{JenisPenetapan(penetapan.jenis).label}: {format_angka(penetapan.jumlah)}",
                isi=f"Nomor {penetapan.nomor}, dihitung sampai {format_tanggal(penetapan.sampai_on)}",
                penetapan_id=penetapan.pk,
            )


def _rating_events(berkas: Berkas) -> Iterator[Peristiwa]:
    setahun = {e.periode.tahun for e in berkas.evaluasi if e.periode.tahap == Tahap.TAHUNAN}
    for evaluasi in berkas.evaluasi:
        # Periods of a year that is rated as a whole stay behind the page of that year.
        if evaluasi.periode.tahap == Tahap.TAHUNAN or evaluasi.periode.tahun not in setahun:
            yield Peristiwa(
                pada=evaluasi.periode.selesai_on,
                ikon="hasil",
                judul=evaluasi.periode.nama,
                predikat=(evaluasi.predikat, evaluasi.get_predikat_display()),
                evaluasi_id=evaluasi.pk,
            )
    for lama in berkas.predikat:
        if lama.tahun not in setahun:
            yield Peristiwa(
                pada=akhir_bulan(lama.tahun, lama.bulan_selesai),
                ikon="hasil",
                judul=f"Tahun {lama.tahun}",
                isi=f"Dicatat dari {lama.dasar}",
                predikat=(lama.predikat, lama.get_predikat_display()),
            )
