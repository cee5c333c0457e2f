"""Three meetings: one that is over, one that runs, one for which marks are being left."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from kinerja.akun.models import User
from kinerja.demo.tanam.dunia import Dunia, acak_untuk
from kinerja.demo.tanam.kalender import admin_of
from kinerja.kalibrasi.actions import (
    IsianTanda,
    IsianUsulan,
    accept_usulan,
    close_sidang,
    convene_sidang,
    decline_usulan,
    mark_person,
    open_sidang,
    propose_usulan,
)
from kinerja.kalibrasi.istilah import PeranSidang
from kinerja.kalibrasi.models import Peserta, Sidang
from kinerja.kalibrasi.queries import terlihat
from kinerja.kebijakan.models import Periode
from kinerja.kepegawaian.models import Pegawai, UnitKerja
from kinerja.metode.kalibrasi import ArahTanda
from kinerja.penilaian.models import BELUM_DISERAHKAN, Evaluasi
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.peraturan.predikat import Rating

_SELESAI_DAN_DISIAPKAN = "PKU-BKPSDM"
_BERLANGSUNG = "PKU-KEC-TENAYANRAYA"
# The head of a region sits in on many meetings and leaves the marks to those who know the work.
_URUTAN_PENGUSUL = [
    PeranSidang.TIM_EVALUASI,
    PeranSidang.PENILAI,
    PeranSidang.KETUA,
    PeranSidang.ATASAN_PENILAI,
    PeranSidang.NOTULIS,
]
_KOMENTAR = {
    ArahTanda.NAIK: (
        "Hasilnya dipakai bidang lain; di bidang saya hasil seperti ini sudah di atas ekspektasi.",
        "Selesai lebih awal tanpa lembur, dan catatannya rapi.",
    ),
    ArahTanda.TETAP: ("Sama dengan ukuran yang saya pakai untuk tim saya.", ""),
    ArahTanda.TURUN: (
        "Buktinya baru rencana, belum hasil; mohon dijelaskan.",
        "Dua indikator memakai data bulan yang sama.",
    ),
}
_ALASAN_NAIK = (
    "Rekap disiplin dan formasi selesai sepuluh hari sebelum batas dan langsung dipakai bidang lain; "
    "ukuran yang sama sudah diberi di atas ekspektasi di bidang sebelah."
)
_ALASAN_TURUN = (
    "Satu bukti dukung belum menunjukkan hasil; bandingkan dengan indikator yang sama di bidang lain."
)
_NOTULEN = (
    "Sidang membahas pegawai yang tandanya paling berbeda, satu per satu, dengan bukti di layar.\n"
    "Ukuran untuk laporan yang dipakai bidang lain disamakan: dihitung bila ada bukti pemakaiannya.\n"
    "Pola sebaran dibaca sebagai nasihat; tidak ada rating yang digeser karenanya."
)


def plant_kalibrasi(dunia: Dunia) -> None:
    """The meetings of the last two periods that ended; nothing where nobody has been rated yet."""
    bkpsdm = UnitKerja.objects.select_related("instansi").get(kode=_SELESAI_DAN_DISIAPKAN)
    tenayan = UnitKerja.objects.select_related("instansi").get(kode=_BERLANGSUNG)
    lalu, kini = _periods(bkpsdm, dunia)
    if lalu is not None:
        _finished(bkpsdm, lalu, dunia)
    if kini is not None:
        _marked(
            _convene(bkpsdm, kini, dunia, on=dunia.on - timedelta(days=4)),
            dunia,
            bagian=0.6,
            belum=PeranSidang.PENILAI,
        )
        _running(tenayan, kini, dunia)


def _periods(unit: UnitKerja, dunia: Dunia) -> tuple[Periode | None, Periode | None]:
    """The last two periods in which people of the unit were rated."""
    nomor = (
        Evaluasi.objects.filter(skp__unit_kerja__jalur__startswith=unit.jalur, periode__tahap="periodik")
        .filter(periode__selesai_on__lt=dunia.on)
        .exclude(predikat="")
    )
    daftar = list(Periode.objects.filter(pk__in=nomor.order_by().values("periode")).order_by("-selesai_on"))
    return (daftar[1] if len(daftar) > 1 else None), (daftar[0] if daftar else None)


def _convene(unit: UnitKerja, periode: Periode, dunia: Dunia, *, on: date) -> Sidang:
    return convene_sidang(
        unit,
        periode=periode,
        batas_tanda_on=on + timedelta(days=7),
        by=admin_of(unit.instansi),
        at=dunia.pukul(on, 8),
    )


def _marked(sidang: Sidang, dunia: Dunia, *, bagian: float, belum: PeranSidang = PeranSidang.NOTULIS) -> None:
    """Participants mark a share of those they see; who takes part as `belum` has not begun."""
    on = sidang.disiapkan_at.date()
    for peserta in sidang.daftar_peserta.select_related("pegawai__user").order_by("id"):
        diam = peserta.peran in (PeranSidang.NOTULIS, PeranSidang.ATASAN_PENILAI, belum)
        if diam or peserta.pegawai.user is None:
            continue
        acak = acak_untuk("kalibrasi", sidang.periode.nama, peserta.pegawai.nip)
        for evaluasi in terlihat(sidang, peserta.pegawai, on=on).exclude(predikat="").order_by("id"):
            if evaluasi.penilai_id != peserta.pegawai_id and acak.random() < bagian:
                isian = _mark(acak.choices(list(ArahTanda), (3, 6, 2))[0], acak.random(), acak.random())
                at = dunia.pukul(on + timedelta(days=2), 10)
                mark_person(sidang, evaluasi, isian, by=peserta.pegawai.user, at=at)


def _mark(arah: ArahTanda, pertama: float, kedua: float) -> IsianTanda:
    return IsianTanda(
        hasil=arah,
        perilaku=ArahTanda.TETAP if pertama < 0.6 else None,
        bahas=arah is not ArahTanda.TETAP and kedua < 0.3,
        komentar=_KOMENTAR[arah][kedua < 0.5],
    )


def _finished(unit: UnitKerja, periode: Periode, dunia: Dunia) -> None:
    """Played before the hand-over: the two who were talked about take a step back for it, and return where they stood."""
    on = periode.selesai_on + timedelta(days=5)
    sidang = _convene(unit, periode, dunia, on=on)
    _marked(sidang, dunia, bagian=0.8)
    at = dunia.pukul(on + timedelta(days=8), 9)
    ketua = _user(sidang.ketua)
    open_sidang(sidang, by=ketua, at=at)
    for evaluasi, menjadi, alasan in _two_cases(sidang):
        lama = evaluasi.status
        _put(evaluasi, StatusEvaluasi.DITETAPKAN)
        pengusul = _proposer(sidang, evaluasi)
        isian = IsianUsulan(
            rating_hasil=menjadi, rating_perilaku=Rating(evaluasi.rating_perilaku), alasan=alasan
        )
        usulan = propose_usulan(sidang, evaluasi, isian, by=_user(pengusul.pegawai), at=at)
        penilai = _user(evaluasi.penilai)
        if menjadi is Rating.DI_ATAS:
            accept_usulan(usulan, by=penilai, at=at + timedelta(minutes=20))
        else:
            jawaban = "Bukti pengganti sudah dilampirkan pada hari yang sama dan menunjukkan hasilnya."
            decline_usulan(usulan, jawaban=jawaban, by=penilai, at=at + timedelta(minutes=35))
        _put(evaluasi, StatusEvaluasi(lama))
    close_sidang(sidang, notulen=_NOTULEN, revisi=0, by=ketua, at=at + timedelta(hours=2))


def _two_cases(sidang: Sidang) -> list[tuple[Evaluasi, Rating, str]]:
    """One whose result goes up without another predikat following, and one that stays."""
    daftar = list(
        terlihat(sidang, sidang.ketua, on=sidang.batas_tanda_on)
        .filter(rating_hasil=Rating.SESUAI, rating_perilaku=Rating.SESUAI, oleh_atasan=False)
        .exclude(penilai=sidang.ketua)
        .select_related("skp__pegawai", "penilai__user", "periode")
        .order_by("id")[:2]
    )
    return list(zip(daftar, (Rating.DI_ATAS, Rating.DI_BAWAH), (_ALASAN_NAIK, _ALASAN_TURUN), strict=False))


def _running(unit: UnitKerja, periode: Periode, dunia: Dunia) -> None:
    """Opened this morning: marks are on the table, and one proposal waits for its penilai."""
    sidang = _convene(unit, periode, dunia, on=dunia.on - timedelta(days=8))
    _marked(sidang, dunia, bagian=0.8)
    pagi = dunia.pukul(dunia.on, 8)
    open_sidang(sidang, by=_user(sidang.ketua), at=pagi)
    belum = (
        Evaluasi.objects.filter(pk__in=terlihat(sidang, None, on=dunia.on).values("pk"))
        .filter(status__in=BELUM_DISERAHKAN, rating_hasil=Rating.SESUAI)
        .exclude(predikat="")
        .select_related("skp__pegawai", "penilai__user", "periode")
    )
    for evaluasi in belum.order_by("id")[:1]:
        isian = IsianUsulan(
            rating_hasil=Rating.DI_ATAS, rating_perilaku=Rating(evaluasi.rating_perilaku), alasan=_ALASAN_NAIK
        )
        propose_usulan(
            sidang, evaluasi, isian, by=_user(_proposer(sidang, evaluasi).pegawai), at=_after(pagi, dunia)
        )


def _after(pagi: datetime, dunia: Dunia) -> datetime:
    return min(pagi + timedelta(minutes=30), dunia.at)


def _proposer(sidang: Sidang, evaluasi: Evaluasi) -> Peserta:
    """Somebody with a voice who is neither the penilai nor the person, and sees the person."""
    daftar = sidang.daftar_peserta.select_related("pegawai__user").order_by("id")
    return next(
        p
        for p in sorted(daftar, key=lambda p: _URUTAN_PENGUSUL.index(PeranSidang(p.peran)))
        if p.bersuara
        and p.pegawai.user
        and p.pegawai_id != evaluasi.penilai_id
        and terlihat(sidang, p.pegawai, on=sidang.batas_tanda_on).filter(pk=evaluasi.pk).exists()
    )


def _put(evaluasi: Evaluasi, status: StatusEvaluasi) -> None:
    evaluasi.status = status
    evaluasi.save(update_fields=["status"])


def _user(pegawai: Pegawai) -> User:
    assert pegawai.user is not None
    return pegawai.user
