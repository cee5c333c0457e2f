"""One person's career with everything that was recorded of it: two queries, however long it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from django.db.models import Count

from kinerja.karier.models import (
    AngkaKreditLama,
    CalonPromosi,
    FormasiJF,
    HukumanDisiplin,
    KontrakPPPK,
    PenetapanAngkaKredit,
    RiwayatPangkat,
    RiwayatPredikat,
    UjiKompetensi,
)
from kinerja.karier.queries.bahan import (
    DIPAKAI,
    SUDAH_PASTI,
    Bahan,
    BarisPAKLama,
    MasaPeriode,
    dasar_dari_catatan,
    dasar_dari_penetapan,
    merge_predikat,
    rumpun,
    with_uji,
)
from kinerja.kebijakan.models import Tahap
from kinerja.kepegawaian.istilah import JenisPenempatan
from kinerja.kepegawaian.models import Pegawai, Penempatan
from kinerja.lib.sekaligus import read_together
from kinerja.metode.angka_kredit_jf import PredikatMasa
from kinerja.penghargaan.models import PenerimaPenghargaan
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.angka_kredit import MasaJenjang
from kinerja.peraturan.identitas import JenisASN, JenisJabatan, JenjangJF
from kinerja.peraturan.predikat import Predikat
from kinerja.rekap.models import BelajarTercatat, RekapBelajar

_BERAT = ("masukan", "jejak_saran", "jejak_hitung", "catatan", "alasan_hasil", "alasan_perilaku")


@dataclass(frozen=True, kw_only=True)
class Berkas:
    """The rows as they were read."""

    pangkat: list[RiwayatPangkat]
    predikat: list[RiwayatPredikat]
    angka_kredit: list[AngkaKreditLama]
    uji: list[UjiKompetensi]
    kontrak: list[KontrakPPPK]
    hukuman: list[HukumanDisiplin]
    penetapan: list[PenetapanAngkaKredit]
    promosi: list[CalonPromosi]
    penempatan: list[Penempatan]
    evaluasi: list[Evaluasi]
    rekap_belajar: list[RekapBelajar]
    belajar: list[BelajarTercatat]
    penghargaan: list[PenerimaPenghargaan]

    def tempat(self, on: date) -> Penempatan | None:
        """The post held today."""
        daftar = [p for p in self.penempatan if p.jenis == JenisPenempatan.DEFINITIF and p.berlaku(on)]
        return daftar[0] if daftar else None

    def jp(self, tahun: int) -> Decimal | None:
        """Hours of a year; None where nothing is recorded."""
        rekap = next((satu for satu in self.rekap_belajar if satu.tahun == tahun), None)
        tambahan = [
            satu.jp
            for satu in self.belajar
            if satu.selesai_on.year == tahun
            and (rekap is None or satu.di_luar_rekap or not rekap.memuat(satu.selesai_on))
        ]
        if rekap is None and not tambahan:
            return None
        return (rekap.jp if rekap else Decimal(0)) + sum(tambahan, Decimal(0))


def berkas_of(pegawai: Pegawai) -> Berkas:
    nomor = pegawai.pk
    evaluasi = Evaluasi.objects.filter(
        skp__pegawai_id=nomor, periode__tahap__in=DIPAKAI, status__in=SUDAH_PASTI
    ).exclude(predikat="")
    baca = read_together(
        pangkat=RiwayatPangkat.objects.filter(pegawai_id=nomor).order_by("tmt_on"),
        predikat=RiwayatPredikat.objects.filter(pegawai_id=nomor).order_by("tahun", "bulan_mulai"),
        angka_kredit=AngkaKreditLama.objects.filter(pegawai_id=nomor).order_by("sampai_on", "id"),
        uji=UjiKompetensi.objects.filter(pegawai_id=nomor).order_by("diuji_on"),
        kontrak=KontrakPPPK.objects.filter(pegawai_id=nomor).order_by("mulai_on"),
        hukuman=HukumanDisiplin.objects.filter(pegawai_id=nomor).order_by("mulai_on"),
        penetapan=PenetapanAngkaKredit.objects.filter(pegawai_id=nomor)
        .select_related("penetap")
        .order_by("-sampai_on", "jenis", "-versi"),
        promosi=CalonPromosi.objects.filter(pegawai_id=nomor).order_by("-tahun", "-id"),
        penempatan=Penempatan.objects.filter(pegawai_id=nomor)
        .select_related("jabatan", "unit_kerja")
        .order_by("-mulai_on", "-id"),
        evaluasi=evaluasi.defer(*_BERAT).select_related("periode").order_by("id"),
        rekap_belajar=RekapBelajar.objects.filter(pegawai_id=nomor).order_by("tahun"),
        belajar=BelajarTercatat.objects.filter(pegawai_id=nomor).order_by("selesai_on", "id"),
        penghargaan=PenerimaPenghargaan.objects.filter(pegawai_id=nomor)
        .select_related("program")
        .order_by("id"),
    )
    return Berkas(**baca)


def bahan_of(pegawai: Pegawai, berkas: Berkas, *, on: date) -> Bahan:
    """As `bahan_banyak` does it for everybody."""
    tempat = berkas.tempat(on)
    jabatan = tempat.jabatan if tempat else None
    pangkat = next((satu for satu in reversed(berkas.pangkat) if satu.tmt_on <= on), None)
    bahan = Bahan(
        golongan=pangkat.golongan if pangkat else pegawai.golongan,
        tmt_pangkat=pangkat.tmt_on if pangkat else None,
        jenis_asn=JenisASN(pegawai.jenis_asn) if pegawai.jenis_asn else None,
        jenis_jabatan=JenisJabatan(jabatan.jenis) if jabatan and jabatan.jenis else None,
        nama_jabatan=jabatan.nama if jabatan else "",
        jenjang=JenjangJF(jabatan.jenjang) if jabatan and jabatan.jenjang else None,
        daftar_masa=tuple(_levels(berkas, on)),
        daftar_predikat=_ratings(berkas),
        daftar_dasar=(
            *dasar_dari_catatan(
                BarisPAKLama(a.jenjang, a.sampai_on, a.unsur, a.nilai, a.dasar) for a in berkas.angka_kredit
            ),
            *dasar_dari_penetapan(berkas.penetapan),
        ),
    )
    lulus: dict[str, bool] = {}
    for uji in berkas.uji:
        lulus[uji.jenjang] = uji.lulus or lulus.get(uji.jenjang, False)
    return _with_vacancy(with_uji(bahan, lulus), pegawai.instansi_id, on=on)


def _levels(berkas: Berkas, on: date) -> list[MasaJenjang]:
    return [
        MasaJenjang(JenjangJF(p.jabatan.jenjang), p.mulai_on, p.selesai_on)
        for p in reversed(berkas.penempatan)
        if p.jabatan.jenjang and p.jenis == JenisPenempatan.DEFINITIF and p.mulai_on <= on
    ]


def _ratings(berkas: Berkas) -> tuple[PredikatMasa, ...]:
    masa = MasaPeriode({e.periode_id: e.periode for e in berkas.evaluasi}.values())
    lama = [
        PredikatMasa(r.tahun, Predikat(r.predikat), r.bulan_mulai, r.bulan_selesai, r.dasar)
        for r in berkas.predikat
    ]
    return merge_predikat(lama, [masa.of(e.periode_id, e.predikat) for e in berkas.evaluasi])


def _with_vacancy(bahan: Bahan, instansi_id: int, *, on: date) -> Bahan:
    """One query: the posts of the level above, and who holds them."""
    if bahan.jenjang is None or bahan.berikutnya is None:
        return bahan
    nama = rumpun(bahan.nama_jabatan, bahan.jenjang)
    if not nama:
        return bahan
    formasi = FormasiJF.objects.filter(instansi_id=instansi_id, nama__iexact=nama, jenjang=bahan.berikutnya)
    terisi = (
        Penempatan.objects.berlaku(on)
        .filter(
            pegawai__instansi_id=instansi_id,
            jenis=JenisPenempatan.DEFINITIF,
            jabatan__jenjang=bahan.berikutnya,
            jabatan__nama__iexact=f"{nama} {bahan.berikutnya.label}",
        )
        .order_by()
        .values("pegawai__instansi")
        .annotate(n=Count("pk"))
        .values("n")
    )
    baris = formasi.order_by("id").annotate(terisi=terisi).values_list("jumlah", "terisi").first()
    return replace(bahan, ada_lowongan=None if baris is None else baris[0] > (baris[1] or 0))


def link_of(berkas: Berkas, tahun: int) -> Evaluasi | None:
    """The evaluation that gave a year its predikat."""
    daftar = [e for e in berkas.evaluasi if e.periode.tahap == Tahap.TAHUNAN and e.periode.tahun == tahun]
    return daftar[-1] if daftar else None
