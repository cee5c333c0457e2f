"""What the queue does for growing: the year's proposal, putting people into classes, and what trainings changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from kinerja.kepegawaian.models import Instansi
from kinerja.lib.angka import format_angka
from kinerja.metode.alokasi_pelatihan import AlokasiTidakSah
from kinerja.pekerjaan.actions import enqueue
from kinerja.pekerjaan.daftar import Hasil, pekerjaan
from kinerja.pekerjaan.kerja import Kerja, PekerjaanGagal
from kinerja.pengembangan import actions
from kinerja.pengembangan.istilah import KeadaanAlokasi
from kinerja.pengembangan.models import RencanaAlokasi
from kinerja.pengembangan.permissions import can_plan_alokasi
from kinerja.pengembangan.queries.alokasi import bahan_alokasi, hitung_alokasi
from kinerja.pengembangan.queries.dampak import hitung_dampak
from kinerja.pengembangan.setelan import ALOKASI, DAMPAK, aturan_alokasi, aturan_dampak
from kinerja.setelan.queries import nilai

if TYPE_CHECKING:
    from kinerja.akun.models import User


def _find(nomor: int) -> RencanaAlokasi | None:
    return RencanaAlokasi.objects.select_related("instansi").filter(pk=nomor).first()


def boleh_alokasi(user: User, argumen: Mapping[str, Any]) -> bool:
    """A plan that has gone is for the job to tell."""
    alokasi = _find(argumen["alokasi"])
    return alokasi is None or can_plan_alokasi(user, alokasi.instansi)


def boleh_dampak(user: User, argumen: Mapping[str, Any]) -> bool:
    instansi = Instansi.objects.filter(pk=argumen["instansi"]).first()
    return instansi is None or can_plan_alokasi(user, instansi)


def _existing(kerja: Kerja) -> RencanaAlokasi:
    alokasi = _find(kerja.argumen["alokasi"])
    if alokasi is None:
        raise PekerjaanGagal("Rencana ini sudah tidak ada.")
    return alokasi


@pekerjaan(
    actions.HITUNG_ALOKASI,
    judul="Menyusun usulan peserta pelatihan",
    sewa=timedelta(minutes=5),
    boleh=boleh_alokasi,
)
def hitung(kerja: Kerja) -> Hasil:
    """Reading, weighing, storing; what is stored is stored at once."""
    alokasi = _existing(kerja)
    if alokasi.keadaan == KeadaanAlokasi.DISETUJUI:
        raise PekerjaanGagal("Rencana ini sudah disetujui, jadi usulannya tidak dihitung lagi.")
    kerja.lapor("Membaca rencana pengembangan yang disepakati", total=3)
    on = alokasi.instansi.tanggal(kerja.at)
    aturan = aturan_alokasi(
        nilai(alokasi.instansi_id, ALOKASI), benih=f"{alokasi.instansi_id}:{alokasi.tahun}"
    )
    bahan = bahan_alokasi(alokasi, on=on)
    kerja.kemajuan = 1
    kerja.lapor(f"Menimbang {format_angka(len(bahan.daftar_peminat))} minat")
    try:
        hasil, daftar = hitung_alokasi(alokasi, bahan, aturan=aturan)
    except AlokasiTidakSah as error:
        raise PekerjaanGagal(str(error)) from None
    with kerja.bagian([1], kemajuan=3, kalimat="Menyimpan usulan"):
        actions.store_alokasi(alokasi, daftar, aturan=aturan, at=kerja.at)
    return Hasil(
        f"{format_angka(len(hasil.daftar_diusulkan))} dari {format_angka(len(daftar))} minat diusulkan ikut, "
        f"memakai Rp{format_angka(hasil.terpakai)}. Ini usulan; Anda yang mengubah dan menyetujui.",
        tautan=f"/pengembangan/rencana-anggaran/{alokasi.pk}/",
        label_tautan="Lihat usulan",
    )


@pekerjaan(
    actions.DAFTARKAN,
    judul="Mendaftarkan peserta yang disetujui",
    sewa=timedelta(minutes=5),
    boleh=boleh_alokasi,
)
def daftarkan(kerja: Kerja) -> Hasil:
    """Some at a time, until nobody is left who is neither in his class nor refused by it."""
    alokasi, by = _existing(kerja), kerja.diminta_oleh
    if by is None:
        raise PekerjaanGagal("Tidak diketahui siapa yang menyetujui rencana ini.")
    kerja.lapor("Mendaftarkan peserta")
    while daftar := actions.rows_to_register(alokasi):
        posisi, jumlah = [daftar[-1].pk], kerja.kemajuan + len(daftar)
        with kerja.bagian(posisi, kemajuan=jumlah, kalimat="Mendaftarkan peserta"):
            actions.register_rows(alokasi, daftar, by=by, at=kerja.at)
    terhalang = alokasi.daftar_baris.exclude(halangan="").count()
    masuk = alokasi.daftar_baris.filter(peserta__isnull=False).count()
    sisa = (
        f" {format_angka(terhalang)} orang belum dapat didaftarkan; alasannya ada di rencana."
        if terhalang
        else ""
    )
    return Hasil(
        f"{format_angka(masuk)} orang masuk ke kelasnya.{sisa}",
        tautan=f"/pengembangan/rencana-anggaran/{alokasi.pk}/",
        label_tautan="Lihat rencana",
    )


@pekerjaan(
    actions.HITUNG_DAMPAK,
    judul="Membandingkan hasil pelatihan",
    sewa=timedelta(minutes=10),
    boleh=boleh_dampak,
)
def dampak(kerja: Kerja) -> Hasil:
    instansi = Instansi.objects.filter(pk=kerja.argumen["instansi"]).first()
    if instansi is None:
        raise PekerjaanGagal("Instansi ini sudah tidak ada.")
    kerja.lapor("Membaca hasil sebelum dan sesudah pelatihan", total=2)
    aturan = aturan_dampak(nilai(instansi.pk, DAMPAK))
    daftar = hitung_dampak(instansi, on=instansi.tanggal(kerja.at), aturan=aturan)
    with kerja.bagian([1], kemajuan=2, kalimat="Menyimpan perbandingan"):
        actions.store_dampak(instansi, daftar, at=kerja.at)
    return Hasil(
        f"{format_angka(len(daftar))} perbandingan diperbarui.",
        tautan="/pengembangan/dampak/",
        label_tautan="Lihat dampak pelatihan",
    )


@pekerjaan(
    "pengembangan.dampak_terjadwal",
    judul="Meminta perbandingan pelatihan tiap instansi",
    satu_transaksi=True,
    setiap=timedelta(days=7),
)
def terjadwal(kerja: Kerja) -> None:
    for nomor in Instansi.objects.order_by("id").values_list("pk", flat=True):
        enqueue(actions.HITUNG_DAMPAK, by=None, at=kerja.at, argumen={"instansi": nomor}, kunci=str(nomor))
