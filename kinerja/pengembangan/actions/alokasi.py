"""The year's budget and seats: a proposal of the machine that people change, and approve."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.istilah import StatusPegawai
from kinerja.kepegawaian.models import Instansi, Pegawai
from kinerja.kepegawaian.queries.penilai import penempatan_kini
from kinerja.lib.angka import format_angka
from kinerja.lib.baris import lock_row
from kinerja.metode.alokasi_pelatihan import Keputusan
from kinerja.pekerjaan.actions import enqueue
from kinerja.pelatihan.actions import CannotTrain, accept_peserta, register_peserta
from kinerja.pelatihan.istilah import BERAKHIR, BERKURSI, AsalUsulan, KeadaanPeserta
from kinerja.pelatihan.models import KelasPelatihan, Pelatihan, PesertaPelatihan
from kinerja.pengembangan.istilah import KeadaanAlokasi, KeadaanRencana
from kinerja.pengembangan.models import BarisAlokasi, KelasAlokasi, RencanaAlokasi, RencanaPengembangan
from kinerja.pengembangan.permissions import can_plan_alokasi
from kinerja.pengembangan.queries.alokasi import daftar_kelas_tahun, free_class, ringkas_alokasi

if TYPE_CHECKING:
    from kinerja.akun.models import User
    from kinerja.metode.alokasi_pelatihan import AturanAlokasi

HITUNG_ALOKASI = "pengembangan.alokasi"
DAFTARKAN = "pengembangan.daftarkan"
SEKALIGUS = 500
SEBAGIAN = 50


class CannotPlanAlokasi(Exception):
    """The proposal cannot be made or changed so; the message is fit for the user."""


@dataclass(frozen=True, kw_only=True)
class IsianAlokasi:
    tahun: int
    anggaran: int
    daftar_kelas: tuple[KelasPelatihan, ...]


@transaction.atomic
def plan_alokasi(instansi: Instansi, isian: IsianAlokasi, *, by: User, at: datetime) -> RencanaAlokasi:
    """Only writes down what is to be planned; the queue computes it."""
    if not can_plan_alokasi(by, instansi):
        raise PermissionDenied
    instansi = Instansi.objects.select_for_update().get(pk=instansi.pk)
    if isian.anggaran < 0:
        raise CannotPlanAlokasi("Anggaran tidak boleh kurang dari 0.")
    berjalan = RencanaAlokasi.objects.filter(instansi=instansi, tahun=isian.tahun)
    if berjalan.exclude(keadaan=KeadaanAlokasi.DISETUJUI).exists():
        raise CannotPlanAlokasi(
            f"Rencana anggaran {isian.tahun} masih berjalan. Buka yang itu; ubah atau setujui dahulu."
        )
    kelas = _classes(instansi, isian, at)
    nomor = berjalan.count() + 1
    alokasi = RencanaAlokasi.objects.create(
        instansi=instansi,
        tahun=isian.tahun,
        judul=f"Rencana pelatihan {isian.tahun}" + (f" ({nomor})" if nomor > 1 else ""),
        anggaran=isian.anggaran,
        dibuat_oleh=by,
        dibuat_at=at,
    )
    KelasAlokasi.objects.bulk_create(
        KelasAlokasi(alokasi=alokasi, kelas=satu, kursi=satu.kursi - terisi, biaya=satu.biaya)
        for satu, terisi in kelas
    )
    rincian = {"tahun": isian.tahun, "anggaran": isian.anggaran, "kelas": len(kelas)}
    jejak.record("alokasi.susun", alokasi, by=by, at=at, rincian=rincian)
    _ask(alokasi, by=by, at=at)
    return alokasi


@transaction.atomic
def recompute_alokasi(alokasi: RencanaAlokasi, *, by: User, at: datetime) -> RencanaAlokasi:
    """Everything anew, from what people want now: changes by hand are gone, and the trail says so."""
    alokasi = _lock(alokasi, by=by)
    if alokasi.keadaan == KeadaanAlokasi.DISETUJUI:
        raise CannotPlanAlokasi("Rencana ini sudah disetujui. Susun rencana baru untuk kelas yang lain.")
    diubah = alokasi.daftar_baris.filter(oleh_orang=True).count()
    alokasi.keadaan = KeadaanAlokasi.DIHITUNG.value
    alokasi.save(update_fields=["keadaan"])
    jejak.record("alokasi.hitung_ulang", alokasi, by=by, at=at, rincian={"perubahan_hilang": diubah})
    _ask(alokasi, by=by, at=at)
    return alokasi


def store_alokasi(
    alokasi: RencanaAlokasi, daftar: Sequence[BarisAlokasi], *, aturan: AturanAlokasi, at: datetime
) -> None:
    """Part of the job's transaction. What another run left is replaced."""
    alokasi.daftar_baris.all().delete()
    BarisAlokasi.objects.bulk_create(daftar, batch_size=SEKALIGUS)
    alokasi.keadaan, alokasi.dihitung_at = KeadaanAlokasi.USULAN.value, at
    alokasi.aturan = {nama: nilai for nama, nilai in vars(aturan).items() if nama != "benih"}
    alokasi.save(update_fields=["keadaan", "dihitung_at", "aturan"])


@transaction.atomic
def remove_baris(baris: BarisAlokasi, *, alasan: str, by: User, at: datetime) -> None:
    baris = _lock_baris(baris, by=by, alasan=alasan)
    if not baris.ikut:
        raise CannotPlanAlokasi(f"{baris.pegawai} memang tidak ikut. Muat ulang halamannya.")
    baris.dikeluarkan, baris.kelas = True, None
    _changed(baris, "alokasi.keluarkan", alasan, by=by, at=at)


@transaction.atomic
def include_baris(baris: BarisAlokasi, *, alasan: str, by: User, at: datetime) -> None:
    """Somebody for whom there was no seat or no money, or who was taken out: only if there is both now."""
    baris = _lock_baris(baris, by=by, alasan=alasan)
    if baris.ikut:
        raise CannotPlanAlokasi(f"{baris.pegawai} sudah ikut dalam rencana ini.")
    _seat(baris)
    _changed(baris, "alokasi.masukkan", alasan, by=by, at=at)


@transaction.atomic
def move_baris(baris: BarisAlokasi, *, naik: bool, alasan: str, by: User, at: datetime) -> None:
    """Changes places with the next one who wants the same training; who stands on the side of the seats has the seat."""
    baris = _lock_baris(baris, by=by, alasan=alasan)
    sejenis = BarisAlokasi.objects.select_for_update().filter(
        alokasi=baris.alokasi_id, pelatihan=baris.pelatihan_id, dikeluarkan=False
    )
    tetangga = (
        sejenis.filter(urutan__lt=baris.urutan).order_by("-urutan", "-id").first()
        if naik
        else sejenis.filter(urutan__gt=baris.urutan).order_by("urutan", "id").first()
    )
    if tetangga is None:
        raise CannotPlanAlokasi(
            f"{baris.pegawai} sudah yang {'pertama' if naik else 'terakhir'} untuk {baris.pelatihan}."
        )
    baris.urutan, tetangga.urutan = tetangga.urutan, baris.urutan
    if baris.ikut != tetangga.ikut:
        _swap(baris, tetangga)
    tetangga.save(update_fields=["urutan", "keputusan", "kelas"])
    _changed(baris, "alokasi.geser", alasan, by=by, at=at)


@transaction.atomic
def add_baris(
    alokasi: RencanaAlokasi, pegawai: Pegawai, *, pelatihan: Pelatihan, alasan: str, by: User, at: datetime
) -> BarisAlokasi:
    alokasi = _lock_open(alokasi, by=by)
    _give_reason(alasan)
    if pegawai.instansi_id != alokasi.instansi_id or pegawai.status != StatusPegawai.AKTIF:
        raise CannotPlanAlokasi(f"{pegawai} bukan pegawai aktif instansi ini.")
    terakhir = alokasi.daftar_baris.order_by("-urutan", "-id").first()
    tempat = penempatan_kini(pegawai, on=alokasi.instansi.tanggal(at))
    baris = BarisAlokasi(
        alokasi=alokasi,
        pegawai=pegawai,
        unit_kerja=tempat.unit_kerja if tempat else None,
        pelatihan=pelatihan,
        urutan=(terakhir.urutan if terakhir else 0) + 1,
        kalimat="Ditambahkan oleh BKPSDM.",
    )
    _seat(baris)
    try:
        with transaction.atomic():
            _changed(baris, "alokasi.tambah", alasan, by=by, at=at)
    except IntegrityError:
        raise CannotPlanAlokasi(
            f"{pegawai} sudah ada dalam rencana ini untuk {pelatihan}. Geser atau masukkan dari daftarnya."
        ) from None
    return baris


@transaction.atomic
def approve_alokasi(alokasi: RencanaAlokasi, *, by: User, at: datetime) -> RencanaAlokasi:
    """The word of a person; only now anybody is put into a class, by the queue, with the permission of who approved."""
    alokasi = _lock_open(alokasi, by=by)
    ringkas = ringkas_alokasi(alokasi)
    if not ringkas.orang:
        raise CannotPlanAlokasi("Belum ada seorang pun yang ikut, jadi belum ada yang dapat disetujui.")
    if ringkas.sisa < 0:
        raise CannotPlanAlokasi(
            f"Rencana melampaui anggaran sebesar Rp{format_angka(-ringkas.sisa)}. Keluarkan beberapa peserta dahulu."
        )
    alokasi.keadaan, alokasi.disetujui_oleh, alokasi.disetujui_at = KeadaanAlokasi.DISETUJUI.value, by, at
    alokasi.save(update_fields=["keadaan", "disetujui_oleh", "disetujui_at"])
    rincian = {"orang": ringkas.orang, "terpakai": ringkas.terpakai, "anggaran": ringkas.anggaran}
    jejak.record("alokasi.setujui", alokasi, by=by, at=at, rincian=rincian)
    enqueue(DAFTARKAN, by=by, at=at, argumen={"alokasi": alokasi.pk}, kunci=str(alokasi.pk))
    return alokasi


def _ask(alokasi: RencanaAlokasi, *, by: User, at: datetime) -> None:
    pekerjaan = enqueue(HITUNG_ALOKASI, by=by, at=at, argumen={"alokasi": alokasi.pk}, kunci=str(alokasi.pk))
    alokasi.pekerjaan_id = pekerjaan.pk
    alokasi.save(update_fields=["pekerjaan_id"])


def _classes(instansi: Instansi, isian: IsianAlokasi, at: datetime) -> list[tuple[KelasPelatihan, int]]:
    """Those asked for that may be planned, with the seats that are gone."""
    nomor = {satu.pk for satu in isian.daftar_kelas}
    boleh = daftar_kelas_tahun(instansi.pk, tahun=isian.tahun, on=instansi.tanggal(at)).filter(pk__in=nomor)
    daftar = [(satu, satu.daftar_peserta.filter(keadaan__in=BERKURSI).count()) for satu in boleh]
    daftar = [(satu, terisi) for satu, terisi in daftar if satu.kursi > terisi]
    if not daftar:
        raise CannotPlanAlokasi(
            "Pilih paling sedikit satu kelas yang belum mulai dan masih punya kursi pada tahun itu."
        )
    return daftar


def _lock(alokasi: RencanaAlokasi, *, by: User) -> RencanaAlokasi:
    alokasi = lock_row(RencanaAlokasi.objects.select_related("instansi"), alokasi.pk)
    if not can_plan_alokasi(by, alokasi.instansi):
        raise PermissionDenied
    return alokasi


def _lock_open(alokasi: RencanaAlokasi, *, by: User) -> RencanaAlokasi:
    alokasi = _lock(alokasi, by=by)
    if alokasi.keadaan == KeadaanAlokasi.DIHITUNG:
        raise CannotPlanAlokasi("Usulan sedang dihitung. Tunggu sebentar, lalu muat ulang halamannya.")
    if alokasi.keadaan == KeadaanAlokasi.DISETUJUI:
        raise CannotPlanAlokasi("Rencana ini sudah disetujui. Perubahan peserta dilakukan pada kelasnya.")
    return alokasi


def _lock_baris(baris: BarisAlokasi, *, by: User, alasan: str) -> BarisAlokasi:
    alokasi = _lock_open(baris.alokasi, by=by)
    _give_reason(alasan)
    baris = lock_row(BarisAlokasi.objects.select_related("pegawai", "pelatihan"), baris.pk)
    baris.alokasi = alokasi
    return baris


def _give_reason(alasan: str) -> None:
    if not alasan.strip():
        raise CannotPlanAlokasi("Tulis alasan Anda; yang bersangkutan dapat menanyakannya.")


def _seat(baris: BarisAlokasi) -> None:
    """A free seat and enough money, or a sentence that says which of them is missing."""
    ringkas = ringkas_alokasi(baris.alokasi)
    pelatihan = ringkas.pelatihan(baris.pelatihan_id)
    if pelatihan is None:
        raise CannotPlanAlokasi(f"{baris.pelatihan} tidak ada dalam rencana ini.")
    kelas_id = free_class(baris.alokasi, baris.pelatihan_id)
    if kelas_id is None:
        raise CannotPlanAlokasi(
            f"Semua {pelatihan.kursi} kursi {pelatihan.nama} sudah terisi. Keluarkan seorang dahulu, atau geser urutannya."
        )
    if pelatihan.biaya > ringkas.sisa:
        raise CannotPlanAlokasi(
            f"Sisa anggaran Rp{format_angka(ringkas.sisa)} tidak cukup untuk biaya Rp{format_angka(pelatihan.biaya)}."
        )
    baris.keputusan, baris.dikeluarkan = Keputusan.DIUSULKAN.value, False
    baris.kelas_id, baris.biaya = kelas_id, pelatihan.biaya


def _swap(satu: BarisAlokasi, lain: BarisAlokasi) -> None:
    satu.keputusan, lain.keputusan = lain.keputusan, satu.keputusan
    satu.kelas_id, lain.kelas_id = lain.kelas_id, satu.kelas_id


def _changed(baris: BarisAlokasi, tindakan: str, alasan: str, *, by: User, at: datetime) -> None:
    baris.oleh_orang, baris.alasan = True, alasan.strip()
    baris.save()
    rincian = {"pegawai": baris.pegawai_id, "pelatihan": baris.pelatihan.nama, "alasan": alasan.strip()}
    jejak.record(tindakan, baris.alokasi, by=by, at=at, rincian=rincian)


@transaction.atomic
def register_again(alokasi: RencanaAlokasi, *, by: User, at: datetime) -> None:
    """Those whom a class would not take: once the obstacle is gone, they are tried once more."""
    alokasi = _lock(alokasi, by=by)
    if alokasi.keadaan != KeadaanAlokasi.DISETUJUI:
        raise CannotPlanAlokasi("Setujui rencananya dahulu; peserta didaftarkan sesudah itu.")
    alokasi.daftar_baris.filter(peserta__isnull=True).exclude(halangan="").update(halangan="")
    jejak.record("alokasi.daftarkan_lagi", alokasi, by=by, at=at)
    enqueue(DAFTARKAN, by=by, at=at, argumen={"alokasi": alokasi.pk}, kunci=str(alokasi.pk))


def rows_to_register(alokasi: RencanaAlokasi) -> list[BarisAlokasi]:
    """The next few who were approved and are not in their class yet."""
    daftar = alokasi.daftar_baris.filter(
        keputusan=Keputusan.DIUSULKAN, dikeluarkan=False, peserta__isnull=True, halangan=""
    )
    return list(
        daftar.select_related("pegawai", "kelas__pelatihan__instansi").order_by("urutan", "id")[:SEBAGIAN]
    )


def register_rows(alokasi: RencanaAlokasi, daftar: Sequence[BarisAlokasi], *, by: User, at: datetime) -> None:
    """Part of the job's transaction. One whom a class refuses keeps the reason, and stops nobody else."""
    sepakat = {
        rencana.pegawai_id: rencana.penilai
        for rencana in RencanaPengembangan.objects.filter(
            pegawai__in=[baris.pegawai_id for baris in daftar],
            tahun__in=(alokasi.tahun - 1, alokasi.tahun),
            keadaan=KeadaanRencana.DISEPAKATI,
        )
        .select_related("penilai")
        .order_by("tahun", "id")
    }
    for baris in daftar:
        try:
            with transaction.atomic():
                baris.peserta = _register(baris, sepakat.get(baris.pegawai_id), by=by, at=at)
        except CannotTrain as error:
            baris.halangan = str(error)
        baris.save(update_fields=["peserta", "halangan"])


def _register(baris: BarisAlokasi, sepakat: Pegawai | None, *, by: User, at: datetime) -> PesertaPelatihan:
    """Who asked by himself is taken from where he stands; without the word of his penilai it is asked for first."""
    assert baris.kelas is not None
    peserta = (
        PesertaPelatihan.objects.filter(pegawai=baris.pegawai_id, kelas=baris.kelas_id)
        .exclude(keadaan__in=BERAKHIR)
        .order_by("id")
        .first()
    )
    if peserta is None:
        peserta = register_peserta(
            baris.kelas,
            pegawai=baris.pegawai,
            alasan=baris.alasan or baris.kalimat,
            asal=AsalUsulan.ANGGARAN,
            sepakat_penilai=sepakat,
            by=by,
            at=at,
        )
    if peserta.keadaan == KeadaanPeserta.DISETUJUI:
        peserta = accept_peserta(peserta, by=by, at=at)
    return peserta
