"""What the first page of the day looks at, read in one query."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from kinerja.acara.models import Acara, PesertaAcara, RencanaSosialisasi
from kinerja.acara.queries.undangan import acara_beranda
from kinerja.akun.models import User
from kinerja.bimbingan.models import Bimbingan, Konseling, LaporanPerilaku, RekamanKonseling, TemuKonseling
from kinerja.bimbingan.queries.tugas import (
    laporan_menunggu,
    rekaman_menunggu,
    tugas_bimbingan,
    tugas_konseling,
)
from kinerja.dialog.models import DialogKinerja, Kesepakatan
from kinerja.dialog.queries import bahan_jarak, kesepakatan_mendesak
from kinerja.dukungan.models import PermintaanDukungan
from kinerja.dukungan.queries import dukungan_beranda
from kinerja.kalibrasi.models import Peserta, Usulan
from kinerja.kalibrasi.queries import peserta_disiapkan, usulan_menunggu
from kinerja.kebijakan.models import HariLibur, Kebijakan, Periode
from kinerja.kebijakan.queries import kalender_untuk
from kinerja.kepegawaian.istilah import JenisPeran, StatusLaporan
from kinerja.kepegawaian.lingkup import di_bawah, lingkup
from kinerja.kepegawaian.models import HubunganPenilai, LaporanPenilaiSalah, Pegawai, UnitKerja
from kinerja.kesiapan.models import Denyut
from kinerja.kesiapan.queries.bulan import denyut_menunggu
from kinerja.lib.sekaligus import read_together
from kinerja.pekerjaan.models import Pekerjaan
from kinerja.pelaksanaan.models import PermintaanUmpanBalik, Realisasi
from kinerja.pelatihan.models import PesertaPelatihan, Sertifikat
from kinerja.pelatihan.queries.tugas import menunggu_saya, sertifikat_menunggu
from kinerja.pembinaan.models import PertemuanPembinaan, RencanaPembinaan
from kinerja.pembinaan.queries import pembinaan_beranda
from kinerja.pengembangan.models import RencanaPengembangan
from kinerja.pengembangan.queries.rencana import rencana_beranda
from kinerja.penghargaan.models import (
    JuriPenghargaan,
    KaryaTeladan,
    PenerimaPenghargaan,
    ProgramPenghargaan,
    TerimaKasih,
)
from kinerja.penghargaan.models.program import MEMUTUS
from kinerja.penghargaan.queries.tugas import program_menunggu, tugas_penghargaan
from kinerja.penilaian.models import BELUM_DISERAHKAN, BELUM_DITETAPKAN, Evaluasi
from kinerja.peraturan.alur import StatusEvaluasi, StatusSKP
from kinerja.peraturan.jadwal import KalenderKerja
from kinerja.perencanaan.models import SKP, IndikatorKinerja
from kinerja.perencanaan.queries.belum_ditetapkan import menunggu_atasan
from kinerja.statistik.models import StatistikPenilai
from kinerja.statistik.queries.profil import belum_dibaca
from kinerja.sumber.models import NilaiDiri
from kinerja.talenta.models import PoolSuksesi
from kinerja.talenta.queries.suksesi import calon_berakhir
from kinerja.tanya.models import FAQ, Penggerak, Pertanyaan
from kinerja.tanya.queries import faq_menunggu
from kinerja.tindak_lanjut.queries import periode_menunggu
from kinerja.www.beranda.siklus import daftar_periode_sekitar


@dataclass(frozen=True, kw_only=True)
class Bacaan:
    periode: list[Periode] = field(default_factory=list)
    skp: list[SKP] = field(default_factory=list)
    indikator: list[IndikatorKinerja] = field(default_factory=list)  # of his own plans of this year
    realisasi: list[Realisasi] = field(default_factory=list)
    permintaan: list[PermintaanUmpanBalik] = field(default_factory=list)
    evaluasi: list[Evaluasi] = field(default_factory=list)
    libur: list[HariLibur] = field(default_factory=list)  # from the year before today on
    statistik: list[StatistikPenilai] = field(default_factory=list)
    skp_lalu: list[SKP] = field(default_factory=list)  # his own of last year, evaluated in January
    nilai_diri: list[NilaiDiri] = field(default_factory=list)  # of these plans
    peserta: list[Peserta] = field(default_factory=list)  # his seats in meetings that are being prepared
    usulan: list[Usulan] = field(default_factory=list)  # proposals of meetings that wait for his answer
    juri: list[JuriPenghargaan] = field(default_factory=list)  # his seats without a vote, while it is open
    ucapan: list[TerimaKasih] = field(default_factory=list)  # notes he has not read
    penerima: list[PenerimaPenghargaan] = field(default_factory=list)  # awards he has not answered for
    karya: list[KaryaTeladan] = field(default_factory=list)  # work of his that others would like to show
    hubungan: list[HubunganPenilai] = field(default_factory=list)  # with whom he talks
    dialog: list[DialogKinerja] = field(default_factory=list)  # open talks, and those that took place lately
    kebijakan: list[Kebijakan] = field(default_factory=list)  # in force in his house: how often people talk
    kesepakatan: list[Kesepakatan] = field(default_factory=list)  # what he agreed to do, due soon
    dukungan: list[PermintaanDukungan] = field(default_factory=list)  # waiting for his answer, or due to come
    pembinaan: list[RencanaPembinaan] = field(default_factory=list)  # plans of his, or that he leads
    pertemuan_pembinaan: list[PertemuanPembinaan] = field(default_factory=list)  # notes he has not read
    papan: list[Periode] = field(default_factory=list)  # with proposals that wait for a decision
    pelatihan: list[PesertaPelatihan] = field(default_factory=list)  # to approve, or to look back on
    pengembangan: list[RencanaPengembangan] = field(default_factory=list)  # to agree, or come back
    sertifikat: list[Sertifikat] = field(default_factory=list)  # the first one that waits to be checked
    bimbingan: list[Bimbingan] = field(default_factory=list)  # to answer, to fill in, to sign, to rate
    bimbingan_evaluasi: list[Bimbingan] = field(default_factory=list)  # he guided: Format B.1.9
    bimbingan_lapor: list[Bimbingan] = field(default_factory=list)  # to put before his superior
    bimbingan_putus: list[Bimbingan] = field(default_factory=list)  # reported to him: what follows?
    rekaman: list[RekamanKonseling] = field(default_factory=list)  # of counselling, for him to decide on
    program: list[ProgramPenghargaan] = field(default_factory=list)  # awards to be counted or decided
    konseling: list[Konseling] = field(default_factory=list)
    temu: list[TemuKonseling] = field(default_factory=list)
    laporan_perilaku: list[LaporanPerilaku] = field(default_factory=list)
    calon: list[PoolSuksesi] = field(default_factory=list)  # successors whose decision runs out
    acara: list[Acara] = field(default_factory=list)  # to which he is invited this week
    jawaban_acara: list[PesertaAcara] = field(default_factory=list)
    denyut: list[Denyut] = field(default_factory=list)  # open, and neither answered nor passed over
    terjadwal: list[Pekerjaan] = field(default_factory=list)  # what the clock started and could not end
    sepi: list[Pekerjaan] = field(default_factory=list)  # its last one, when no worker runs
    laporan: list[LaporanPenilaiSalah] = field(default_factory=list)
    tanya: list[Pertanyaan] = field(default_factory=list)  # of others, that wait for his answer
    faq: list[FAQ] = field(default_factory=list)  # proposed, for the admin to read
    penggerak: list[Penggerak] = field(default_factory=list)  # one of them, if there is any
    sosialisasi: list[RencanaSosialisasi] = field(default_factory=list)  # plans of his instansi

    def milik(self, pegawai: Pegawai) -> list[SKP]:
        return [skp for skp in self.skp if skp.pegawai_id == pegawai.pk]

    def isian(self) -> list[tuple[int, int, int | None]]:
        """What `kurang_isian` counts: a row for each indicator and period, or one without a period."""
        terisi: dict[int, list[int]] = {}
        for satu in self.realisasi:
            terisi.setdefault(satu.indikator_id, []).append(satu.periode_id)
        return [
            (i.rhk.skp_id, i.pk, periode) for i in self.indikator for periode in (terisi.get(i.pk) or (None,))
        ]

    def kalender(self, unit: UnitKerja, *, tahun: int) -> KalenderKerja:
        """Of another house, or of long ago, it is looked up."""
        hari = [satu.tanggal for satu in self.libur if satu.tanggal.year in (tahun, tahun + 1)]
        milik = {satu.instansi_id for satu in self.libur}
        if milik != {unit.instansi_id} or tahun < min(satu.tanggal.year for satu in self.libur):
            return kalender_untuk(unit, tahun=tahun)
        return KalenderKerja(hari_kerja_per_minggu=6 if unit.hari_kerja == 6 else 5, libur=frozenset(hari))


def read_home(user: User, *, on: date) -> Bacaan:
    pegawai = lingkup(user).pegawai
    daftar: dict[str, QuerySet[Any]] = _of_person(pegawai, on) if pegawai else {}
    nomor = pegawai.pk if pegawai else None
    jalur, memutus = (lingkup(user).jalur_peran(*peran) for peran in ((JenisPeran.ADMIN_INSTANSI,), MEMUTUS))
    if memutus:
        daftar["program"] = program_menunggu(memutus, pegawai_id=nomor, on=on)
    if pegawai or jalur:
        daftar["rekaman"] = rekaman_menunggu(jalur, pegawai_id=nomor)
        daftar["tanya"] = (
            Pertanyaan.objects.awaiting(user, on=on).select_related("penanya").order_by("batas_on", "id")
        )
    if jalur:
        daftar["terjadwal"] = Pekerjaan.objects.failed_scheduled().order_by("id")
        daftar["sepi"] = Pekerjaan.objects.quiet_since(timezone.now()).order_by("id")
        daftar["faq"] = faq_menunggu(user)
        berjalan = Penggerak.objects.running().filter(di_bawah(jalur, kolom="unit_kerja__jalur"))
        daftar["penggerak"] = Penggerak.objects.filter(pk__in=berjalan.order_by("pk").values("pk")[:1])
        daftar["sosialisasi"] = RencanaSosialisasi.objects.visible_to(user).order_by("id")
        daftar["sertifikat"] = sertifikat_menunggu(user)
        daftar["laporan"] = LaporanPenilaiSalah.objects.filter(
            di_bawah(jalur, kolom="penempatan__unit_kerja__jalur"), status=StatusLaporan.BARU
        ).order_by("id")
        daftar["laporan_perilaku"] = laporan_menunggu(jalur, pegawai_id=nomor)
        daftar["papan"] = periode_menunggu(user)
        daftar["calon"] = calon_berakhir(jalur, pegawai_id=nomor, on=on)
    return Bacaan(**read_together(**daftar)) if daftar else Bacaan()


def _of_person(pegawai: Pegawai, on: date) -> dict[str, QuerySet[Any]]:
    return {
        "periode": daftar_periode_sekitar(pegawai.instansi_id, on=on),
        "skp": _plans(pegawai, on),
        "indikator": IndikatorKinerja.objects.filter(
            rhk__skp__pegawai=pegawai, rhk__skp__tahun=on.year, rhk__diambil_alih_at=None
        )
        .select_related("rhk")
        .order_by("id"),
        "realisasi": Realisasi.objects.filter(skp__pegawai=pegawai, skp__tahun=on.year)
        .defer("uraian")
        .order_by("id"),
        "permintaan": PermintaanUmpanBalik.objects.filter(
            kepada=pegawai, answered_at__isnull=True, declined_at__isnull=True
        )
        .select_related("skp__pegawai")
        .order_by("requested_at", "id"),
        "evaluasi": _evaluations(pegawai, on),
        **pembinaan_beranda(pegawai),
        **bahan_jarak(pegawai, on=on),
        "kesepakatan": kesepakatan_mendesak(pegawai, on=on),
        "dukungan": dukungan_beranda(pegawai, on=on),
        "pelatihan": menunggu_saya(pegawai, on=on),
        "pengembangan": rencana_beranda(pegawai),
        "statistik": belum_dibaca(pegawai, on=on),
        "skp_lalu": SKP.objects.filter(pegawai=pegawai, tahun=on.year - 1)
        .select_related("unit_kerja")
        .order_by("id"),
        "nilai_diri": NilaiDiri.objects.filter(skp__pegawai=pegawai, skp__tahun__gte=on.year - 1)
        .defer("jawaban", "kalimat")
        .order_by("id"),
        "peserta": peserta_disiapkan(pegawai),
        "usulan": usulan_menunggu(pegawai),
        "denyut": denyut_menunggu(pegawai, on=on).defer("pernyataan"),
        **tugas_penghargaan(pegawai, on=on),
        **tugas_bimbingan(pegawai),
        **tugas_konseling(pegawai, on=on),
        **acara_beranda(pegawai, mulai=datetime.combine(on, time(), timezone.get_current_timezone())),
        "libur": HariLibur.objects.filter(
            instansi_id=pegawai.instansi_id, tanggal__gte=date(on.year - 1, 1, 1)
        ).order_by("tanggal", "id"),
    }


def _plans(pegawai: Pegawai, on: date) -> QuerySet[SKP]:
    """His own, those submitted to him, and those that were submitted to somebody below him and never set in time."""
    q = Q(pegawai=pegawai) | Q(penilai=pegawai, status=StatusSKP.DIAJUKAN)
    q |= Q(menunggu_atasan(on=on), atasan_penilai=pegawai)
    daftar = SKP.objects.filter(q, tahun=on.year).select_related("pegawai", "unit_kerja", "penilai")
    return daftar.order_by("pegawai__nama", "id")


def _evaluations(pegawai: Pegawai, on: date) -> QuerySet[Evaluasi]:
    """Each way of owing something is looked up by its own index; one OR over all of them would read every row."""
    diam = Q(atasan_penilai=pegawai, status__in=BELUM_DITETAPKAN, periode__jendela_selesai_on__lt=on)
    sengketa = Q(status=StatusEvaluasi.KEBERATAN)
    cara = (
        Q(penilai=pegawai, status__in=BELUM_DISERAHKAN),
        Q(skp__pegawai=pegawai, status=StatusEvaluasi.DISERAHKAN),
        diam,
        sengketa & Q(penilai=pegawai),
        sengketa & Q(keberatan__pemutus=pegawai),
    )
    pertama, *lainnya = (Evaluasi.objects.filter(q).order_by().values("pk") for q in cara)
    return (
        Evaluasi.objects.filter(pk__in=pertama.union(*lainnya))
        .select_related("skp__pegawai", "periode", "skp__unit_kerja", "penilai", "keberatan")
        .defer("jejak_hitung", "jejak_saran", "masukan")
        .order_by("periode__selesai_on", "skp__pegawai__nama", "id")
    )
