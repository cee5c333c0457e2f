"""The plans of a year: one SKP per post, linked to the leader's results, set in January."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from kinerja.demo.baca import Pemeran, daftar_pemeran
from kinerja.demo.baca.kualitatif import HasilKualitatif, rencana_kualitatif
from kinerja.demo.tanam.dunia import Dunia, Susunan, acak_untuk
from kinerja.demo.tanam.pilihan_rhk import PLT, Baris, pilih_rhk
from kinerja.demo.tanam.watak import watak_of
from kinerja.kepegawaian.models import Pegawai, Penempatan
from kinerja.peraturan.alur import StatusSKP
from kinerja.peraturan.identitas import JenisJabatan
from kinerja.peraturan.skp import KategoriSKP, Pendekatan
from kinerja.perencanaan.models import SKP, IndikatorKinerja, RencanaHasilKerja

PIMPINAN = (JenisJabatan.JPT_UTAMA, JenisJabatan.JPT_MADYA, JenisJabatan.JPT_PRATAMA)
_PER_BULAN = " per bulan"
PimpinanRHK = dict[int, list[RencanaHasilKerja]]


def plant_rencana(
    daftar_penempatan: list[Penempatan], *, tahun: int, dunia: Dunia, pimpinan: PimpinanRHK | None = None
) -> list[Susunan]:
    """Level by level from the top, so that every result can point at the leader's."""
    rhk_pimpinan: PimpinanRHK = dict(pimpinan or {})
    penilai = penilai_per_pegawai(tahun)
    hasil: list[Susunan] = []
    for tingkat in _levels(daftar_penempatan, tahun):
        daftar = [_susunan(p, tahun, dunia, penilai) for p in tingkat]
        SKP.objects.bulk_create((s.skp for s in daftar), batch_size=500)
        for susunan in daftar:
            _isi(susunan, rhk_pimpinan)
        RencanaHasilKerja.objects.bulk_create((r for s in daftar for r in s.daftar_rhk), batch_size=500)
        IndikatorKinerja.objects.bulk_create(
            (i for s in daftar for kelompok in s.daftar_indikator for i in kelompok), batch_size=500
        )
        for susunan in daftar:
            rhk_pimpinan[susunan.skp.pegawai_id] = susunan.daftar_rhk
        hasil += daftar
    return hasil


def penilai_pada(penempatan: Penempatan, tahun: int) -> Pegawai | None:
    """The last penilai of the post in that year."""
    akhir = date(tahun, 12, 31)
    berlaku = [h for h in penempatan.daftar_penilai.all() if h.mulai_on <= akhir]
    return max(berlaku, key=lambda h: h.mulai_on).penilai if berlaku else None


def penilai_per_pegawai(tahun: int) -> dict[int, Pegawai]:
    """Who assesses whom in a definitive post, to find the atasan of a penilai."""
    daftar = Penempatan.objects.filter(jenis="definitif", mulai_on__lte=date(tahun, 12, 31))
    daftar = daftar.prefetch_related("daftar_penilai__penilai__user").order_by("mulai_on", "id")
    return {p.pegawai_id: penilai for p in daftar if (penilai := penilai_pada(p, tahun))}


def _levels(daftar_penempatan: list[Penempatan], tahun: int) -> Iterator[list[Penempatan]]:
    sisa = list(daftar_penempatan)
    while sisa:
        menunggu = {p.pegawai_id for p in sisa}
        siap = [p for p in sisa if _nomor_penilai(p, tahun) not in menunggu] or sisa
        yield siap
        selesai = {p.pk for p in siap}
        sisa = [p for p in sisa if p.pk not in selesai]


def _nomor_penilai(penempatan: Penempatan, tahun: int) -> int | None:
    penilai = penilai_pada(penempatan, tahun)
    return penilai.pk if penilai else None


def _pemeran(nip: str) -> Pemeran | None:
    return next((orang for orang in daftar_pemeran() if orang.nip == nip), None)


def _susunan(p: Penempatan, tahun: int, dunia: Dunia, penilai_dari: dict[int, Pegawai]) -> Susunan:
    pemeran = _pemeran(p.pegawai.nip)
    slug = pemeran.slug if pemeran else ""
    acak = acak_untuk(p.pegawai.nip, tahun, p.mulai_on.month)
    penilai = penilai_pada(p, tahun)
    mulai = max(date(tahun, 1, 1), p.mulai_on)
    selesai = min(date(tahun, 12, 31), p.selesai_on or date(tahun, 12, 31))
    skp = SKP(
        instansi=p.pegawai.instansi,
        pegawai=p.pegawai,
        penempatan=p,
        unit_kerja=p.unit_kerja,
        penilai=penilai,
        atasan_penilai=penilai_dari.get(penilai.pk) if penilai else None,
        tahun=tahun,
        mulai_on=mulai,
        selesai_on=selesai,
        kategori=_kategori(p),
        pendekatan=Pendekatan.KUALITATIF if slug in rencana_kualitatif() else Pendekatan.KUANTITATIF,
    )
    susunan = Susunan(skp=skp, slug=slug, watak=watak_of(slug, kunci=p.pegawai.nip), acak=acak)
    _tetapkan(susunan, dunia)
    return susunan


def _kategori(p: Penempatan) -> KategoriSKP:
    memimpin_mandiri = p.unit_kerja.mandiri and p.jabatan.kepala
    return KategoriSKP.PIMPINAN if p.jabatan.jenis in PIMPINAN or memimpin_mandiri else KategoriSKP.PEGAWAI


def _tetapkan(susunan: Susunan, dunia: Dunia) -> None:
    """Submitted within ten days, set within the month; what lies in the future has not happened."""
    skp = susunan.skp
    diajukan = skp.mulai_on + timedelta(days=susunan.acak.randint(4, 10))
    disetujui = diajukan + timedelta(days=susunan.acak.randint(2, 14))
    if diajukan > dunia.on:
        return
    skp.submitted_at = dunia.pukul(diajukan, 10)
    skp.status = StatusSKP.DIAJUKAN
    # Her plan has been waiting since January for a penilai who says nothing.
    diam = susunan.slug == "bu-novi" and skp.tahun == dunia.on.year
    if disetujui > dunia.on or diam:
        return
    skp.approved_at = dunia.pukul(disetujui, 14)
    skp.versi = 1
    skp.status = StatusSKP.DITETAPKAN
    if skp.tahun < dunia.on.year:
        skp.status = StatusSKP.DIEVALUASI
    elif skp.selesai_on < dunia.on:
        skp.status = StatusSKP.DITUTUP
        skp.closed_on = skp.selesai_on


def _isi(susunan: Susunan, rhk_pimpinan: PimpinanRHK) -> None:
    skp = susunan.skp
    dipimpin = rhk_pimpinan.get(skp.penilai_id or 0, [])
    if kualitatif := rencana_kualitatif().get(susunan.slug):
        _isi_kualitatif(susunan, kualitatif, dipimpin)
        return
    pemeran = _pemeran(skp.pegawai.nip)
    nama = _jabatan_contoh(pemeran, skp.tahun) if pemeran else skp.penempatan.jabatan.nama
    kepala = skp.penempatan.jabatan.kepala
    baris = pilih_rhk(nama, kategori=KategoriSKP(skp.kategori), memimpin=kepala)
    for urutan, isi in enumerate(baris, start=1):
        rhk = _rhk(skp, isi, urutan, dipimpin)
        susunan.daftar_rhk.append(rhk)
        susunan.daftar_indikator.append(
            [_indikator(rhk, isi, nomor) for nomor in range(1, len(isi.daftar_isi) + 1)]
        )
        susunan.daftar_bukti.append(isi.daftar_isi[0].bukti_dukung)


def _isi_kualitatif(
    susunan: Susunan, daftar: tuple[HasilKualitatif, ...], dipimpin: list[RencanaHasilKerja]
) -> None:
    for urutan, isi in enumerate(daftar, start=1):
        rhk = _rhk(susunan.skp, isi, urutan, dipimpin)
        susunan.daftar_rhk.append(rhk)
        susunan.daftar_bukti.append(isi.bukti)
        susunan.daftar_indikator.append(
            [
                IndikatorKinerja(
                    rhk=rhk, urutan=nomor, aspek="", teks=satu.teks, perspektif=satu.perspektif or ""
                )
                for nomor, satu in enumerate(isi.daftar_indikator, start=1)
            ]
        )


def _jabatan_contoh(pemeran: Pemeran, tahun: int) -> str:
    """The task of a Plt. belongs to the years in which he is one."""
    plt = any(p.jenis == "plt" and p.mulai_on.year <= tahun for p in pemeran.daftar_penempatan)
    return "" if pemeran.rhk == PLT and not plt else pemeran.rhk


def _rhk(
    skp: SKP, isi: Baris | HasilKualitatif, urutan: int, dipimpin: list[RencanaHasilKerja]
) -> RencanaHasilKerja:
    tugas_plt = isinstance(isi, Baris) and isi.tugas_plt
    turunan = bool(dipimpin) and skp.kategori == KategoriSKP.PEGAWAI
    menunggu = not dipimpin and skp.kategori == KategoriSKP.PEGAWAI
    return RencanaHasilKerja(
        skp=skp,
        urutan=urutan,
        jenis=isi.jenis,
        teks=isi.teks,
        rhk_pimpinan=dipimpin[(urutan - 1) % len(dipimpin)] if turunan else None,
        rhk_pimpinan_teks="Program prioritas kepala daerah terlaksana" if menunggu else "",
        penugasan_dari=str(skp.penilai or "") if tugas_plt else "",
        tugas_plt=tugas_plt,
    )


def _indikator(rhk: RencanaHasilKerja, isi: Baris, nomor: int) -> IndikatorKinerja:
    contoh = isi.daftar_isi[nomor - 1]
    bawah, atas = contoh.target.bawah or Decimal(0), contoh.target.atas or Decimal(0)
    daftar_bulan = range(rhk.skp.mulai_on.month, rhk.skp.selesai_on.month + 1)
    is_bulanan = _PER_BULAN in contoh.indikator
    kali = len(daftar_bulan) if is_bulanan else 1
    return IndikatorKinerja(
        rhk=rhk,
        urutan=nomor,
        aspek=contoh.aspek,
        teks=_sepanjang_tahun(contoh.indikator) if is_bulanan else contoh.indikator,
        satuan=contoh.satuan,
        target_bawah=bawah * kali,
        target_atas=atas * kali,
        arah=contoh.target.arah,
        perspektif=isi.daftar_perspektif[nomor - 1] or "",
        target_bulanan={str(b): [str(bawah), str(atas)] for b in daftar_bulan} if is_bulanan else {},
    )


def _sepanjang_tahun(teks: str) -> str:
    """What the sample asks for each month is counted through the year: the plan keeps both figures."""
    inti = teks.replace(_PER_BULAN, "").removeprefix("Rata-rata ").removeprefix("Jumlah ")
    return f"Jumlah {inti} sepanjang tahun"
