"""Plans of pembinaan in different states: one runs, one ended well, one went to another penilai."""

from __future__ import annotations

from datetime import date, timedelta

from kinerja.akun.models import User
from kinerja.demo.baca import find_pemeran
from kinerja.demo.tanam.dunia import Dunia
from kinerja.demo.tanam.kalender import admin_of
from kinerja.kepegawaian.models import Pegawai
from kinerja.kepegawaian.queries.penilai import penempatan_kini
from kinerja.kepegawaian.rancangan import GantiPenilai, Sebab
from kinerja.pembinaan import actions as pembinaan
from kinerja.pembinaan.istilah import (
    PREDIKAT_DIBINA,
    HasilPembinaan,
    JenisButir,
    JenisPeninjauan,
    KeadaanSasaran,
    SikapPegawai,
)
from kinerja.pembinaan.models import RencanaPembinaan
from kinerja.pembinaan.queries import daftar_rendah
from kinerja.penilaian.actions.mutasi import carry_out
from kinerja.penilaian.models import Evaluasi
from kinerja.tindak_lanjut.istilah import SUDAH_PASTI

SASARAN_TERBANYAK = 3  # more than a handful is no plan
# Kind, text, days from the start: the employee takes the step, the penilai gives the help.
Butir = tuple[JenisButir, str, int]
_BUTIR_BERJALAN: tuple[Butir, ...] = (
    (JenisButir.LANGKAH, "Menyisihkan setiap Jumat pagi untuk membaca realisasi dan memberi umpan balik", 14),
    (JenisButir.LANGKAH, "Menyelesaikan penilaian dua bawahan sebelum jendela evaluasi ditutup", 100),
    (JenisButir.BANTUAN, "Kepala tata usaha mengambil alih laporan bulanan selama enam bulan", 21),
)
_BUTIR_SELESAI: tuple[Butir, ...] = (
    (JenisButir.LANGKAH, "Menggabungkan loket perubahan data dan loket cetak pada jam ramai", 30),
    (JenisButir.BANTUAN, "Dua petugas pengganti dari kecamatan terdekat selama masa ramai", 30),
)
_BUTIR_PINDAH: tuple[Butir, ...] = (
    (JenisButir.LANGKAH, "Memeriksa kelengkapan berkas memakai daftar periksa sebelum diteruskan", 30),
    (JenisButir.BANTUAN, "Rekan pendamping dua jam seminggu selama dua bulan pertama", 14),
)


def plant_pembinaan(dunia: Dunia) -> None:
    _running(dunia)
    _finished(dunia)
    _moved(dunia)


def _running(dunia: Dunia) -> RencanaPembinaan | None:
    """A head who was silent as penilai: he agreed, one talk is unread, the review midway is near."""
    rencana = _open(
        "kapus-rejosari",
        "Dua tim menunggu penilaian dan arahan sampai lewat batas. Kita tata ulang waktu dan pembagian tugasnya bersama.",
        mulai=dunia.on - timedelta(days=80),
        dunia=dunia,
    )
    if rencana is None:
        return None
    mulai = rencana.mulai_on
    penilai, pegawai = _user(rencana.penilai), _user(rencana.pegawai)
    _fill(rencana, _BUTIR_BERJALAN, dunia)
    rencana = pembinaan.sign_rencana(rencana, by=penilai, at=dunia.pukul(mulai + timedelta(days=1), 13))
    pembinaan.answer_rencana(
        rencana,
        sikap=SikapPegawai.SETUJU,
        keberatan="",
        by=pegawai,
        at=dunia.pukul(mulai + timedelta(days=3), 8),
    )
    pertama = rencana.daftar_butir.order_by("id").first()
    assert pertama is not None
    pembinaan.finish_butir(pertama, by=pegawai, at=dunia.pukul(mulai + timedelta(days=15), 9))
    _talk_twice(rencana, dunia)
    return rencana


def _talk_twice(rencana: RencanaPembinaan, dunia: Dunia) -> None:
    mulai, penilai = rencana.mulai_on, _user(rencana.penilai)
    satu = pembinaan.note_pertemuan(
        rencana,
        tanggal=mulai + timedelta(days=20),
        by=penilai,
        at=dunia.pukul(mulai + timedelta(days=20), 15),
        catatan="Jadwal Jumat pagi berjalan tiga kali. Laporan bulanan masih ia kerjakan sendiri; bantuan tata usaha dipastikan minggu ini.",
    )
    pembinaan.read_pertemuan(satu, by=_user(rencana.pegawai), at=dunia.pukul(mulai + timedelta(days=21), 8))
    pembinaan.note_pertemuan(
        rencana, tanggal=mulai + timedelta(days=65), by=penilai, at=dunia.pukul(mulai + timedelta(days=65), 15),
        catatan="Satu bawahan sudah menerima penilaiannya. Yang kedua dijadwalkan pekan depan; hambatannya data posyandu yang terlambat.",
    )  # fmt: skip


def _finished(dunia: Dunia) -> RencanaPembinaan | None:
    """It helped: reviewed twice, closed as improved."""
    rencana = _open(
        "kepala-dukcapil-lampung-utara",
        "Waktu layanan dua loket belum turun seperti disepakati. Kita perbaiki antrean dan petugas penggantinya.",
        mulai=dunia.on - timedelta(days=190),
        dunia=dunia,
    )
    if rencana is None:
        return None
    mulai = rencana.mulai_on
    penilai, pegawai = _user(rencana.penilai), _user(rencana.pegawai)
    _fill(rencana, _BUTIR_SELESAI, dunia)
    rencana = pembinaan.sign_rencana(rencana, by=penilai, at=dunia.pukul(mulai + timedelta(days=2), 10))
    pembinaan.answer_rencana(
        rencana, sikap=SikapPegawai.SETUJU, by=pegawai, at=dunia.pukul(mulai + timedelta(days=4), 9)
    )
    for butir in rencana.daftar_butir.order_by("id"):
        pembinaan.finish_butir(butir, by=penilai, at=dunia.pukul(mulai + timedelta(days=40), 10))
    catatan = "Antrean pagi turun dari 70 menjadi 40 orang sesudah dua loket digabung; warga lanjut usia didahulukan."
    satu = pembinaan.note_pertemuan(
        rencana,
        tanggal=mulai + timedelta(days=45),
        catatan=catatan,
        by=pegawai,
        at=dunia.pukul(mulai + timedelta(days=45), 14),
    )
    pembinaan.read_pertemuan(satu, by=penilai, at=dunia.pukul(mulai + timedelta(days=47), 9))
    return _close_improved(rencana, dunia)


def _close_improved(rencana: RencanaPembinaan, dunia: Dunia) -> RencanaPembinaan:
    mulai, penilai = rencana.mulai_on, _user(rencana.penilai)
    _review(
        rencana,
        JenisPeninjauan.TENGAH,
        KeadaanSasaran.SEBAGIAN,
        "Waktu tunggu mulai turun, terutama pada pagi hari. Sore masih menumpuk.",
        mulai + timedelta(days=90),
        penilai,
        dunia,
    )
    akhir = mulai + timedelta(days=170)
    _review(
        rencana,
        JenisPeninjauan.AKHIR,
        KeadaanSasaran.TERCAPAI,
        "Kedua loket memenuhi waktu layanan selama tiga bulan berturut-turut.",
        akhir,
        penilai,
        dunia,
    )
    return pembinaan.close_rencana(
        rencana, hasil=HasilPembinaan.MEMBAIK, by=penilai, at=dunia.pukul(akhir + timedelta(days=2), 11),
        alasan="Waktu layanan kedua loket kembali dalam rentang dan bertahan tiga bulan. Cara kerjanya diteruskan.",
    )  # fmt: skip


def _moved(dunia: Dunia) -> RencanaPembinaan | None:
    """He does not agree, which stays on the paper; another official assesses him since, and goes on with it."""
    pegawai = _lowest("PKU-BKPSDM-MUTASI", dunia)
    if pegawai is None:
        return None
    rencana = _open(
        pegawai,
        "Berkas mutasi berulang kali terlambat dan perlu diperbaiki orang lain. Kita cari sebabnya dan kurangi bebannya dahulu.",
        mulai=dunia.on - timedelta(days=60),
        dunia=dunia,
    )
    if rencana is None:
        return None
    mulai = rencana.mulai_on
    _fill(rencana, _BUTIR_PINDAH, dunia)
    rencana = pembinaan.sign_rencana(
        rencana, by=_user(rencana.penilai), at=dunia.pukul(mulai + timedelta(days=1), 9)
    )
    pembinaan.answer_rencana(
        rencana, sikap=SikapPegawai.TIDAK_SETUJU, by=_user(rencana.pegawai), at=dunia.pukul(mulai + timedelta(days=5), 9),
        keberatan="Keterlambatan itu karena berkas dari perangkat daerah lain datang tidak lengkap, bukan karena saya menunda.",
    )  # fmt: skip
    ganti = dunia.on - timedelta(days=20)
    tempat = penempatan_kini(rencana.pegawai, on=ganti)
    hafiz = Pegawai.objects.get(nip=find_pemeran("pak-hafiz").nip)
    if tempat is not None:
        carry_out(
            GantiPenilai(penempatan=tempat, penilai=hafiz, on=ganti, alasan="Plt. Kepala Bidang menilai staf bidangnya.", sebab=Sebab.PLT),
            by=admin_of(rencana.instansi),
            at=dunia.pukul(ganti, 9),
        )  # fmt: skip
        pembinaan.follow_running([rencana.pk], at=dunia.pukul(ganti, 12))
    return rencana


def _open(siapa: str | Pegawai, alasan: str, *, mulai: date, dunia: Dunia) -> RencanaPembinaan | None:
    """From the last result below Baik that was certain on that day; None in a demo whose year is too young."""
    nip = siapa.nip if isinstance(siapa, Pegawai) else find_pemeran(siapa).nip
    evaluasi = (
        Evaluasi.objects.filter(
            skp__pegawai__nip=nip, predikat__in=PREDIKAT_DIBINA, status__in=SUDAH_PASTI,
            periode__selesai_on__lt=mulai - timedelta(days=30),
        )
        .select_related("penilai__user")
        .order_by("-periode__selesai_on", "-id")
        .first()
    )  # fmt: skip
    if evaluasi is None:
        return None
    return pembinaan.open_rencana(
        evaluasi,
        alasan=alasan,
        mulai_on=mulai,
        daftar_kaitan=daftar_rendah(evaluasi)[:SASARAN_TERBANYAK],
        by=_user(evaluasi.penilai),
        at=dunia.pukul(mulai, 9),
    )


def _lowest(kode_unit: str, dunia: Dunia) -> Pegawai | None:
    """The one of the unit whose last result is below Baik."""
    evaluasi = (
        Evaluasi.objects.filter(
            skp__unit_kerja__kode=kode_unit, predikat__in=PREDIKAT_DIBINA, status__in=SUDAH_PASTI,
            periode__selesai_on__lt=dunia.on - timedelta(days=90),
        )
        .select_related("skp__pegawai")
        .order_by("-periode__selesai_on", "id")
        .first()
    )  # fmt: skip
    return evaluasi.skp.pegawai if evaluasi else None


def _fill(rencana: RencanaPembinaan, daftar: tuple[Butir, ...], dunia: Dunia) -> None:
    for jenis, teks, hari in daftar:
        isian = pembinaan.IsianButir(
            jenis=jenis,
            teks=teks,
            pelaksana=rencana.pegawai if jenis is JenisButir.LANGKAH else rencana.penilai,
            batas_on=rencana.mulai_on + timedelta(days=hari),
        )
        pembinaan.add_butir(rencana, isian, by=_user(rencana.penilai), at=dunia.pukul(rencana.mulai_on, 10))


def _review(
    rencana: RencanaPembinaan,
    jenis: JenisPeninjauan,
    keadaan: KeadaanSasaran,
    ringkasan: str,
    tanggal: date,
    oleh: User,
    dunia: Dunia,
) -> None:
    semua = dict.fromkeys(rencana.daftar_sasaran.order_by("id").values_list("pk", flat=True), keadaan)
    isian = pembinaan.IsianPeninjauan(jenis=jenis, tanggal=tanggal, ringkasan=ringkasan, keadaan=semua)
    pembinaan.review_rencana(rencana, isian, by=oleh, at=dunia.pukul(tanggal, 14))


def _user(pegawai: Pegawai) -> User:
    assert pegawai.user is not None
    return pegawai.user
