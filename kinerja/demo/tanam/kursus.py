"""Two courses of last year: one that changed how its participants serve people, and one that changed nothing to be seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kinerja.demo.tanam.kalender import admin_of
from kinerja.demo.tanam.peserta_kursus import PESERTA, staf_kursus
from kinerja.kepegawaian.models import Instansi, Pegawai
from kinerja.pelatihan.actions import (
    IsianJawaban,
    IsianKelas,
    IsianPelatihan,
    accept_peserta,
    answer_tindak_lanjut,
    finish_kelas,
    open_kelas,
    register_peserta,
    save_attendance,
    save_kelas,
    save_pelatihan,
)
from kinerja.pelatihan.istilah import AsalUsulan, BidangPelatihan, Pemakaian, Perubahan
from kinerja.pelatihan.models import KelasPelatihan, Pelatihan, PesertaPelatihan
from kinerja.pengembangan.actions import penilai_of
from kinerja.peraturan.predikat import Rating

if TYPE_CHECKING:
    from datetime import datetime

    from kinerja.demo.tanam.dunia import Dunia
    from kinerja.kebijakan.models import Periode

_RUMAH = "PKU"
_MEMAKAI = 7


@dataclass(frozen=True, kw_only=True)
class Kursus:
    """A course of the catalogue, what it is recorded for, and whether the demo lets it have an effect."""

    nama: str
    aspek: str
    jp: int
    jenis: BidangPelatihan
    hari: tuple[int, int]  # month and day of its beginning, between two quarters
    berpengaruh: bool


MEMBANTU = Kursus(
    nama="Pelatihan Komunikasi Pelayanan dan Menangani Keluhan",
    aspek="berorientasi_pelayanan",
    jp=20,
    jenis=BidangPelatihan.SOSIAL_KULTURAL,
    hari=(7, 7),
    berpengaruh=True,
)
TANPA_BEDA = Kursus(
    nama="Literasi Digital ASN",
    aspek="adaptif",
    jp=20,
    jenis=BidangPelatihan.TEKNIS,
    hari=(7, 14),
    berpengaruh=False,
)


def rating_kursus(
    pegawai_id: int, aspek: str, periode: Periode, *, undian: float, dunia: Dunia
) -> Rating | None:
    """How a participant of the course that helps is seen before and after it; None for everybody and everything else."""
    if aspek != MEMBANTU.aspek or pegawai_id not in dunia.peserta_kursus:
        return None
    mulai_on = date(dunia.on.year - 1, *MEMBANTU.hari)
    di_atas = 0.85 if periode.mulai_on > mulai_on else 0.2
    return Rating.DI_ATAS if undian < di_atas else Rating.SESUAI


def plant_kursus(dunia: Dunia) -> None:
    """Both courses by the real actions: asked for, accepted, attended, passed."""
    instansi = Instansi.objects.get(kode=_RUMAH)
    staf = staf_kursus()
    # The second takes those whom the first left, and as many of its people as are needed.
    for kursus, nomor in ((MEMBANTU, staf[:PESERTA]), (TANPA_BEDA, staf[: -PESERTA - 1 : -1])):
        _run(instansi, kursus, nomor, dunia)


def _run(instansi: Instansi, kursus: Kursus, nomor: list[int], dunia: Dunia) -> None:
    mulai_on = date(dunia.on.year - 1, *kursus.hari)
    at, by = dunia.pukul(mulai_on - timedelta(days=30)), admin_of(instansi)
    isian = IsianKelas(
        nama="Angkatan I",
        mulai_on=mulai_on,
        selesai_on=mulai_on + timedelta(days=2),
        batas_daftar_on=mulai_on - timedelta(days=7),
        kursi=len(nomor),
        jp=kursus.jp,
        penyelenggara="BKPSDM",
        biaya=650_000,
        tempat="Aula BKPSDM",
    )
    kelas = save_kelas(training(instansi, kursus, at=at), isian, by=by, at=at)
    open_kelas(kelas, by=by, at=at)
    daftar = Pegawai.objects.filter(pk__in=nomor).select_related("instansi", "user").order_by("nip")
    peserta = [_take_part(kelas, satu, at=at, dunia=dunia) for satu in daftar]
    usai = dunia.pukul(isian.selesai_on, 16)
    for hari in range(3):
        save_attendance(kelas, hari_on=mulai_on + timedelta(days=hari), daftar_hadir=peserta, by=by, at=usai)
    finish_kelas(kelas, daftar_lulus=peserta, by=by, at=usai + timedelta(hours=1))
    if kursus.berpengaruh:
        _look_back(peserta, at=usai + timedelta(days=100))


def _look_back(daftar: list[int], *, at: datetime) -> None:
    """Three months later: seven of the twelve use what they learned."""
    for urutan, peserta in enumerate(
        PesertaPelatihan.objects.select_related("pegawai__user").filter(pk__in=daftar).order_by("pk")
    ):
        if peserta.pegawai.user is not None:
            memakai = urutan < _MEMAKAI
            isian = IsianJawaban(
                pemakaian=Pemakaian.KADANG if memakai else Pemakaian.BELUM,
                perubahan=Perubahan.LEBIH_BAIK if memakai else Perubahan.SAMA,
            )
            answer_tindak_lanjut(peserta, isian, by=peserta.pegawai.user, at=at)


def _take_part(kelas: KelasPelatihan, pegawai: Pegawai, *, at: datetime, dunia: Dunia) -> int:
    by = admin_of(pegawai.instansi)
    peserta = register_peserta(
        kelas,
        pegawai=pegawai,
        asal=AsalUsulan.RENCANA,
        sepakat_penilai=penilai_of(pegawai, on=at.date()),
        by=by,
        at=at,
    )
    return accept_peserta(peserta, by=by, at=at).pk


def training(instansi: Instansi, kursus: Kursus, *, at: datetime) -> Pelatihan:
    """Of the catalogue, recorded for the aspect that it is meant for."""
    pelatihan = Pelatihan.objects.filter(instansi=instansi, nama=kursus.nama).order_by("id").first()
    if pelatihan is not None and kursus.aspek in pelatihan.daftar_kode:
        return pelatihan
    isian = IsianPelatihan(
        nama=kursus.nama,
        bentuk=pelatihan.bentuk if pelatihan else "klasikal",
        jenis_kompetensi=BidangPelatihan(pelatihan.jenis_kompetensi) if pelatihan else kursus.jenis,
        jp=kursus.jp,
        sasaran=pelatihan.sasaran if pelatihan else "",
        daftar_kode=(*(pelatihan.daftar_kode if pelatihan else ()), kursus.aspek),
        sumber=(pelatihan.sumber if pelatihan else "") or "Contoh demo",
    )
    return save_pelatihan(instansi, isian, pelatihan=pelatihan, by=admin_of(instansi), at=at)
