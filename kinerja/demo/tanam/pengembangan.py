"""Plans of this year in every state, a proposal of the year's seats, and what last year's courses changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import Count

from kinerja.demo.baca import find_pemeran
from kinerja.demo.tanam.kalender import admin_of
from kinerja.demo.tanam.kursus import plant_kursus
from kinerja.demo.tanam.peserta_kursus import staf_kursus
from kinerja.kepegawaian.models import Instansi, Pegawai
from kinerja.kepegawaian.queries.penilai import penempatan_kini
from kinerja.metode.alokasi_pelatihan import AturanAlokasi
from kinerja.metode.dampak_pelatihan import AturanDampak
from kinerja.pelatihan.actions import IsianKelas, save_kelas
from kinerja.pelatihan.models import KelasPelatihan, Pelatihan
from kinerja.pengembangan import actions
from kinerja.pengembangan.actions import IsianAlokasi, IsianButir
from kinerja.pengembangan.istilah import CaraBelajar, KeadaanButir, KeadaanRencana
from kinerja.pengembangan.models import ButirRencana, RencanaPengembangan
from kinerja.pengembangan.queries.alokasi import bahan_alokasi, hitung_alokasi
from kinerja.pengembangan.queries.dampak import hitung_dampak
from kinerja.pengembangan.queries.halaman import BarisSaran, HalamanPengembangan, halaman_pengembangan
from kinerja.pengembangan.queries.rencana import asal_butir

if TYPE_CHECKING:
    from datetime import datetime

    from kinerja.akun.models import User
    from kinerja.demo.tanam.dunia import Dunia

_ANGGARAN = 6_000_000
_KELAS = ((2, 6, 650_000), (3, 4, 450_000), (4, 5, 800_000))  # month, seats, rupiah for each person
# Who has come how far with his plan; everybody else among the staff has agreed on his.
_SAMPAI = {"pak-budi": "disepakati", "bu-dewi": "diajukan", "dokter-fajar": "dikembalikan", "bu-rina": "draf"}
_HASIL = "Dipakai dalam pekerjaan sehari-hari dan diceritakan kepada rekan satu unit."
_MENTORING = IsianButir(
    kebutuhan="Percaya diri menjelaskan hasil kerja",
    cara=CaraBelajar.MENTORING,
    kegiatan="Bertemu mentor dua minggu sekali",
    jp=6,
    triwulan=3,
    hasil_diharapkan="Dapat memaparkan capaian unit tanpa didampingi.",
)


def plant_pengembangan(dunia: Dunia) -> None:
    """After the catalogue and its classes, and after the evaluations of both years."""
    plant_kursus(dunia)
    instansi = Instansi.objects.get(kode="PKU")
    awal = dunia.on - timedelta(days=40)
    at = dunia.pukul(max(awal, date(dunia.on.year, 1, 3)))
    for slug, sampai in _SAMPAI.items():
        _plan(
            Pegawai.objects.select_related("instansi", "user").get(nip=find_pemeran(slug).nip),
            sampai,
            at=at,
            kini=dunia.at,
        )
    staf = Pegawai.objects.filter(pk__in=staf_kursus()).select_related("instansi", "user")
    for pegawai in staf.order_by("nip"):
        _plan(pegawai, "disepakati", at=at, kini=dunia.at)
    _propose(instansi, dunia)
    for satu in Instansi.objects.order_by("id"):
        daftar = hitung_dampak(satu, on=dunia.on, aturan=AturanDampak())
        actions.store_dampak(satu, daftar, at=dunia.at)


def _plan(pegawai: Pegawai, sampai: str, *, at: datetime, kini: datetime) -> None:
    on, by = pegawai.instansi.tanggal(at), _user(pegawai)
    tempat = penempatan_kini(pegawai, on=on)
    halaman = halaman_pengembangan(pegawai, jabatan=tempat.jabatan if tempat else None, on=on)
    rencana = actions.start_rencana(pegawai, tahun=on.year, by=by, at=at)
    for saran in halaman.daftar_saran[:2]:
        actions.add_butir(rencana, _item(halaman, saran), by=by, at=at)
    if sampai == "disepakati" or not halaman.daftar_saran:
        actions.add_butir(rencana, _MENTORING, by=by, at=at)
    _lead(rencana, sampai, by=by, at=at, kini=kini)


def _item(halaman: HalamanPengembangan, saran: BarisSaran) -> IsianButir:
    return IsianButir(
        kebutuhan=saran.saran.daftar_alasan[0].kebutuhan.label[:300],
        cara=CaraBelajar.PELATIHAN,
        pelatihan=saran.pelatihan,
        jp=saran.pelatihan.jp or 0,
        triwulan=4,
        hasil_diharapkan=_HASIL,
        asal=asal_butir(halaman, kode="", pelatihan=saran.pelatihan),
    )


def _lead(rencana: RencanaPengembangan, sampai: str, *, by: User, at: datetime, kini: datetime) -> None:
    if sampai == "draf":
        return
    rencana = actions.submit_rencana(rencana, by=by, at=min(at + timedelta(days=1), kini))
    assert rencana.penilai is not None
    penilai, jawab = _user(rencana.penilai), min(at + timedelta(days=4), kini)
    if sampai == "dikembalikan":
        catatan = "Bagus. Tambahkan satu hal tentang mencatat tindakan, lalu ajukan lagi."
        actions.return_rencana(rencana, catatan=catatan, by=penilai, at=jawab)
    elif sampai == "disepakati":
        rencana = actions.agree_rencana(rencana, by=penilai, at=jawab)
        butir = rencana.daftar_butir.filter(cara=CaraBelajar.MENTORING).order_by("id").first()
        if butir is not None:
            actions.report_butir(
                butir, keadaan=KeadaanButir.BERJALAN, catatan="Dua pertemuan sudah.", by=by, at=jawab
            )


def _propose(instansi: Instansi, dunia: Dunia) -> None:
    """Next year's classes of what people agreed on, with fewer seats than people; stored as the queue would have."""
    tahun = dunia.on.year + 1
    kelas = tuple(_classes(instansi, tahun, dunia))
    isian = IsianAlokasi(tahun=tahun, anggaran=_ANGGARAN, daftar_kelas=kelas)
    alokasi = actions.plan_alokasi(instansi, isian, by=admin_of(instansi), at=dunia.at)
    aturan = AturanAlokasi(benih=f"{instansi.pk}:{tahun}")
    _, daftar = hitung_alokasi(alokasi, bahan_alokasi(alokasi, on=dunia.on), aturan=aturan)
    actions.store_alokasi(alokasi, daftar, aturan=aturan, at=dunia.at)


def _classes(instansi: Instansi, tahun: int, dunia: Dunia) -> Iterator[KelasPelatihan]:
    """One for each of the trainings that most people have in their plan."""
    butir = ButirRencana.objects.filter(
        rencana__instansi=instansi, rencana__keadaan=KeadaanRencana.DISEPAKATI
    )
    diminta = butir.filter(pelatihan__isnull=False).values("pelatihan").annotate(n=Count("id"))
    nomor = [satu["pelatihan"] for satu in diminta.order_by("-n", "pelatihan")[: len(_KELAS)]]
    daftar = Pelatihan.objects.select_related("instansi").in_bulk(nomor)
    for (bulan, kursi, biaya), satu in zip(_KELAS, nomor, strict=False):
        mulai_on = date(tahun, bulan, 10)
        isian = IsianKelas(
            nama="Angkatan I",
            mulai_on=mulai_on,
            selesai_on=mulai_on + timedelta(days=1),
            batas_daftar_on=mulai_on - timedelta(days=10),
            kursi=kursi,
            jp=daftar[satu].jp or 16,
            penyelenggara="BKPSDM",
            biaya=biaya,
            tempat="Aula BKPSDM",
        )
        yield save_kelas(daftar[satu], isian, by=admin_of(instansi), at=dunia.at)


def _user(pegawai: Pegawai) -> User:
    assert pegawai.user is not None
    return pegawai.user
