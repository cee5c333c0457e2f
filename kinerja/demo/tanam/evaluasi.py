"""Evaluations of every period that has ended, decided on the planted figures by the same rules the pages use."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from kinerja.demo.tanam.alur_evaluasi import dinilai_pada, isi_waktu, status_kini
from kinerja.demo.tanam.capaian import TabelCapaian, capaian_untuk, tabel_capaian
from kinerja.demo.tanam.dunia import Dunia, Susunan, acak_untuk
from kinerja.demo.tanam.kursus import rating_kursus
from kinerja.demo.tanam.putusan import putuskan
from kinerja.demo.tanam.sisip import insert_many
from kinerja.kebijakan.models import Periode, Tahap
from kinerja.kebijakan.queries import MetodePenilaian, metode_dari
from kinerja.kepegawaian.models import UnitKerja
from kinerja.pelaksanaan.models import BuktiDukung, KunciRealisasi, Realisasi, UmpanBalik
from kinerja.pelaksanaan.queries.umpan_balik import batas_waktu
from kinerja.penilaian.actions.isian import IsianPenilaian
from kinerja.penilaian.actions.jejak_hitung import susun_jejak
from kinerja.penilaian.actions.pembukaan import final_sejak_awal
from kinerja.penilaian.models import Evaluasi, PenilaianHasil, PenilaianPerilaku
from kinerja.penilaian.queries.bahan import Bahan, BahanHasil, BahanIndikator, sebanding
from kinerja.penilaian.queries.capaian import unit_pimpinan, unit_yang_dihitung
from kinerja.penilaian.queries.masukan import masukan_dari
from kinerja.penilaian.queries.nilai_lain import NilaiLain, nilai_lain
from kinerja.penilaian.queries.timbangan import timbang
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.peraturan.skp import JenisHasilKerja
from kinerja.perencanaan.models import SKP, EkspektasiPerilaku, IndikatorKinerja, RencanaHasilKerja


@dataclass
class Catatan:
    """What was written about the plans, by the row it belongs to."""

    realisasi: dict[int, list[Realisasi]]
    bukti: dict[int, list[BuktiDukung]]
    umpan_balik: dict[int, list[UmpanBalik]]
    ekspektasi: dict[int, dict[NilaiDasar, str]]
    dipimpin: dict[int, list[UnitKerja]]
    capaian: TabelCapaian
    lain: SumberLain


class SumberLain:
    """What other sources say, read once for all people of a policy and a period."""

    def __init__(self, daftar: list[Susunan], dunia: Dunia) -> None:
        self._on = dunia.on
        self._tersimpan: dict[tuple[int, int | None], dict[int, NilaiLain]] = {}
        self._skp: dict[int | None, list[SKP]] = defaultdict(list)
        for susunan in daftar:
            kebijakan = dunia.kebijakan(susunan.skp.unit_kerja)
            self._skp[kebijakan.pk if kebijakan else None].append(susunan.skp)

    def find(self, evaluasi: Evaluasi, metode: MetodePenilaian) -> NilaiLain:
        kunci = (evaluasi.periode_id, evaluasi.kebijakan_id)
        if kunci not in self._tersimpan:
            daftar = self._skp[evaluasi.kebijakan_id]
            self._tersimpan[kunci] = nilai_lain(daftar, metode=metode, periode=evaluasi.periode, on=self._on)
        return self._tersimpan[kunci].get(evaluasi.skp_id, NilaiLain())


@dataclass
class _Baris:
    evaluasi: list[Evaluasi] = field(default_factory=list)
    hasil: list[PenilaianHasil] = field(default_factory=list)
    perilaku: list[PenilaianPerilaku] = field(default_factory=list)


def plant_evaluasi(
    daftar: list[Susunan], realisasi: list[Realisasi], umpan_balik: list[UmpanBalik], *, dunia: Dunia
) -> list[Evaluasi]:
    catatan = _read(daftar, realisasi, umpan_balik, dunia)
    baris = _Baris()
    for susunan in daftar:
        if susunan.is_ditetapkan:
            for periode, terakhir in _periods(susunan, dunia):
                _plant_one(susunan, periode, catatan, baris, terakhir=terakhir, dunia=dunia)
    Evaluasi.objects.bulk_create(baris.evaluasi, batch_size=500)
    insert_many(PenilaianHasil, baris.hasil)
    insert_many(PenilaianPerilaku, baris.perilaku)
    # Whatever was signed closed the realisation it was based on.
    KunciRealisasi.objects.bulk_create(
        (
            KunciRealisasi(skp_id=e.skp_id, periode_id=e.periode_id, locked_at=e.ditetapkan_at)
            for e in baris.evaluasi
            if e.ditetapkan_at
        ),
        batch_size=500,
    )
    return baris.evaluasi


def _read(
    daftar: list[Susunan], realisasi: list[Realisasi], umpan_balik: list[UmpanBalik], dunia: Dunia
) -> Catatan:
    per_indikator: dict[int, list[Realisasi]] = defaultdict(list)
    for satu in realisasi:
        per_indikator[satu.indikator_id].append(satu)
    per_skp: dict[int, list[UmpanBalik]] = defaultdict(list)
    for balik in umpan_balik:
        per_skp[balik.skp_id].append(balik)
    bukti: dict[int, list[BuktiDukung]] = defaultdict(list)
    nomor = {r.pk for r in realisasi}
    for b in BuktiDukung.objects.order_by("added_at", "id"):
        if b.realisasi_id in nomor:
            bukti[b.realisasi_id].append(b)
    ekspektasi: dict[int, dict[NilaiDasar, str]] = defaultdict(dict)
    for skp_id, nilai, teks in EkspektasiPerilaku.objects.order_by("id").values_list(
        "skp_id", "nilai", "teks"
    ):
        ekspektasi[skp_id][NilaiDasar(nilai)] = teks
    penilai = {s.skp.penilai_id for s in daftar if s.skp.penilai_id}
    dipimpin = unit_pimpinan(penilai, on=dunia.on)
    return Catatan(
        per_indikator, bukti, per_skp, ekspektasi, dipimpin, tabel_capaian(), SumberLain(daftar, dunia)
    )


def _periods(susunan: Susunan, dunia: Dunia) -> list[tuple[Periode, bool]]:
    """Ended periods that the plan covers; the last one of the running year is still on its way."""
    skp = susunan.skp
    tertutup = skp.closed_on is not None
    kebijakan = dunia.kebijakan(skp.unit_kerja)
    daftar = [
        p
        for p in dunia.periode(skp.instansi_id, tahun=skp.tahun, tahap=Tahap.PERIODIK)
        if kebijakan is None or p.jenis == kebijakan.frekuensi_evaluasi
    ]
    kena = [
        p
        for p in daftar
        if p.selesai_on < dunia.on
        and p.mulai_on <= skp.selesai_on
        and skp.mulai_on <= p.selesai_on
        # Whoever has moved is evaluated by his new penilai.
        and p.selesai_on <= skp.selesai_on
    ]
    terakhir = max((p.urutan for p in daftar if p.selesai_on < dunia.on), default=0)
    berjalan = skp.tahun == dunia.on.year
    hasil = [(p, berjalan and p.urutan == terakhir and not tertutup) for p in kena]
    if skp.tahun < dunia.on.year and not tertutup:
        tahunan = dunia.periode(skp.instansi_id, tahun=skp.tahun, tahap=Tahap.TAHUNAN)
        hasil += [(p, False) for p in tahunan]
    return hasil


def _plant_one(
    susunan: Susunan, periode: Periode, catatan: Catatan, baris: _Baris, *, terakhir: bool, dunia: Dunia
) -> None:
    skp = susunan.skp
    if skp.penilai is None:
        return
    evaluasi = Evaluasi(
        instansi=skp.instansi,
        skp=skp,
        periode=periode,
        penilai=skp.penilai,
        atasan_penilai=skp.atasan_penilai,
        kebijakan=dunia.kebijakan(skp.unit_kerja),
        final_sejak_awal=final_sejak_awal(skp),
    )
    _step_in(evaluasi, susunan, terakhir=terakhir)
    status = status_kini(susunan, periode, terakhir=terakhir, dunia=dunia)
    evaluasi.status = status
    isi_waktu(evaluasi, status, terakhir=terakhir, dunia=dunia)
    if evaluasi.final_sejak_awal and status is StatusEvaluasi.DITERIMA:
        evaluasi.status, evaluasi.final_at = StatusEvaluasi.FINAL, evaluasi.diterima_at
    baris.evaluasi.append(evaluasi)
    if status is not StatusEvaluasi.DIBUKA:
        sengketa = susunan.slug == "bu-melati" and (terakhir or _disputed(periode, dunia))
        _rate(evaluasi, susunan, catatan, baris, dunia, sengketa=sengketa)


def _disputed(periode: Periode, dunia: Dunia) -> bool:
    """Last year's third quarter: the one whose rating the objection changed."""
    return periode.tahun < dunia.on.year and periode.tahap == Tahap.PERIODIK and periode.urutan == 3


def _step_in(evaluasi: Evaluasi, susunan: Susunan, *, terakhir: bool) -> None:
    """His penilai stayed silent, so the superior signed: final at once (Lampiran Bab V huruf A angka 8)."""
    if susunan.slug == "pak-joko" and not terakhir and evaluasi.atasan_penilai:
        evaluasi.oleh_atasan = evaluasi.final_sejak_awal = True


def _rate(
    evaluasi: Evaluasi, susunan: Susunan, catatan: Catatan, baris: _Baris, dunia: Dunia, *, sengketa: bool
) -> None:
    bahan = _material(evaluasi, susunan, catatan)
    acak = acak_untuk(susunan.skp.pegawai.nip, evaluasi.periode_id, "perilaku")
    isian = putuskan(
        susunan,
        bahan,
        acak=acak,
        sengketa=sengketa,
        kursus=lambda kode, undian: rating_kursus(
            susunan.skp.pegawai_id, kode, evaluasi.periode, undian=undian, dunia=dunia
        ),
    )
    timbangan = timbang(bahan, isian)
    unit = unit_yang_dihitung(catatan.dipimpin.get(evaluasi.penilai_id, []), susunan.skp.unit_kerja)
    capaian = capaian_untuk(unit, evaluasi.periode_id, catatan.capaian)
    evaluasi.revisi = 1
    evaluasi.rating_hasil, evaluasi.alasan_hasil = isian.rating_hasil or "", isian.alasan_hasil
    evaluasi.rating_perilaku, evaluasi.alasan_perilaku = isian.rating_perilaku or "", isian.alasan_perilaku
    evaluasi.catatan = isian.catatan
    evaluasi.saran_hasil = timbangan.hasil.rating or ""
    evaluasi.saran_perilaku = timbangan.perilaku.rating or ""
    evaluasi.saran_predikat = timbangan.saran_predikat(gagal_studi=isian.gagal_studi) or ""
    evaluasi.masukan = masukan_dari(bahan, isian=isian, timbangan=timbangan)
    evaluasi.predikat = timbangan.predikat or ""
    evaluasi.capaian_organisasi = capaian.nilai if capaian else ""
    pejabat = evaluasi.atasan_penilai if evaluasi.oleh_atasan else evaluasi.penilai
    if pejabat and pejabat.user:
        evaluasi.jejak_hitung = susun_jejak(
            evaluasi,
            bahan=bahan,
            isian=isian,
            timbangan=timbangan,
            capaian=capaian,
            by=pejabat.user,
            at=dinilai_pada(evaluasi, dunia=dunia),
        )
    _rows(evaluasi, bahan, isian, baris)


def _rows(evaluasi: Evaluasi, bahan: Bahan, isian: IsianPenilaian, baris: _Baris) -> None:
    for satu in bahan.daftar_hasil:
        if nilai := isian.daftar_hasil.get(satu.rhk.pk):
            baris.hasil.append(
                PenilaianHasil(
                    evaluasi=evaluasi,
                    rhk=satu.rhk,
                    saran=satu.saran or "",
                    rating=nilai.rating or "",
                    alasan=nilai.alasan,
                    umpan_balik=nilai.umpan_balik,
                )
            )
    baris.perilaku += [
        PenilaianPerilaku(evaluasi=evaluasi, aspek=aspek, rating=satu.rating or "")
        for aspek, satu in isian.daftar_perilaku.items()
    ]


def _material(evaluasi: Evaluasi, susunan: Susunan, catatan: Catatan) -> Bahan:
    """What `bahan_evaluasi` would read, from the rows that are in memory already."""
    mulai, sesudah = batas_waktu(evaluasi.periode)
    diterima = [u for u in catatan.umpan_balik.get(susunan.skp.pk, []) if mulai <= u.given_at < sesudah]
    urut = sorted(
        zip(susunan.daftar_rhk, susunan.daftar_indikator, strict=True),
        key=lambda pasangan: pasangan[0].jenis != JenisHasilKerja.UTAMA,
    )
    return Bahan(
        daftar_hasil=tuple(_result(r, kelompok, evaluasi, catatan, diterima) for r, kelompok in urut),
        umpan_balik_perilaku={n: tuple(u for u in diterima if u.nilai == n) for n in NilaiDasar},
        ekspektasi=catatan.ekspektasi.get(susunan.skp.pk, {}),
        metode=(metode := metode_dari(evaluasi.kebijakan)),
        nilai_lain=catatan.lain.find(evaluasi, metode),
    )


def _result(
    rhk: RencanaHasilKerja,
    kelompok: list[IndikatorKinerja],
    evaluasi: Evaluasi,
    catatan: Catatan,
    diterima: list[UmpanBalik],
) -> BahanHasil:
    return BahanHasil(
        rhk=rhk,
        daftar_indikator=tuple(_indicator(i, evaluasi, catatan) for i in kelompok),
        daftar_umpan_balik=tuple(u for u in diterima if u.rhk_id == rhk.pk),
    )


def _indicator(indikator: IndikatorKinerja, evaluasi: Evaluasi, catatan: Catatan) -> BahanIndikator:
    sampai = evaluasi.periode.selesai_on
    daftar = tuple(r for r in catatan.realisasi.get(indikator.pk, []) if r.periode.mulai_on <= sampai)
    target, realisasi, keterangan = sebanding(evaluasi, indikator, daftar)
    return BahanIndikator(
        indikator=indikator,
        target=target,
        realisasi=realisasi,
        uraian=next((r.uraian for r in reversed(daftar) if r.uraian), ""),
        keterangan=keterangan,
        daftar_realisasi=daftar,
        daftar_bukti=tuple(b for r in daftar for b in catatan.bukti.get(r.pk, [])),
    )
