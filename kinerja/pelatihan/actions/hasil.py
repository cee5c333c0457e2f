"""The end of a class: who passed, their certificates, and the hours that count."""

from __future__ import annotations

from collections.abc import Collection
from itertools import chain, count
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Count

from kinerja.dokumen.sertifikat import JUDUL_SERTIFIKAT, KODE_SERTIFIKAT, IsianSertifikatKelas
from kinerja.jejak import actions as jejak
from kinerja.jejak.actions import register_document
from kinerja.lib.tanggal import format_tanggal
from kinerja.pelatihan.actions.dasar import CannotTrain, lock_kelas, today
from kinerja.pelatihan.actions.sertifikat import count_hours, number_key
from kinerja.pelatihan.istilah import BERJALAN, KeadaanKelas, KeadaanPeserta, KeadaanSertifikat
from kinerja.pelatihan.models import KelasPelatihan, PesertaPelatihan, Sertifikat
from kinerja.pelatihan.permissions import can_run_kelas

if TYPE_CHECKING:
    from datetime import datetime

    from kinerja.akun.models import User

_MENUNGGU = [keadaan for keadaan in BERJALAN if keadaan != KeadaanPeserta.DITERIMA]


class CannotFinish(CannotTrain):
    """The class cannot be closed like this; the message says why."""


@transaction.atomic
def finish_kelas(
    kelas: KelasPelatihan, *, daftar_lulus: Collection[int], by: User, at: datetime
) -> list[Sertifikat]:
    """Everybody with a seat passes or does not; again later, somebody who did not may still pass."""
    kelas = lock_kelas(kelas.pk)
    if not can_run_kelas(by, kelas):
        raise PermissionDenied
    peserta = _participants(kelas, at=at)
    lulus = [satu for satu in peserta if satu.pk in set(daftar_lulus)]
    if any(satu.pegawai.user_id == by.pk for satu in lulus):
        raise CannotFinish(
            "Hasil Anda sendiri tidak dapat Anda catat. Minta petugas lain atau admin mencatatnya; simpan dahulu yang lain."
        )
    if absen := [satu.pegawai.nama for satu in lulus if not satu.jumlah_hadir]:  # type: ignore[attr-defined]
        raise CannotFinish(
            f"{', '.join(absen[:3])} belum pernah tercatat hadir. Lengkapi daftar hadir dahulu, atau hapus centang lulusnya."
        )
    for satu in peserta:
        satu.keadaan = KeadaanPeserta.LULUS if satu in lulus else KeadaanPeserta.TIDAK_LULUS
        satu.dinilai_at = at
    PesertaPelatihan.objects.bulk_update(peserta, ["keadaan", "dinilai_at"])
    kelas.daftar_peserta.filter(keadaan__in=_MENUNGGU).update(
        keadaan=KeadaanPeserta.DITOLAK, diputus_at=at, catatan="Kelas selesai tanpa kursi yang tersedia."
    )
    kelas.keadaan, kelas.finished_at = KeadaanKelas.SELESAI, kelas.finished_at or at
    kelas.save(update_fields=["keadaan", "finished_at"])
    rincian = {"lulus": [satu.pk for satu in lulus], "tidak_lulus": len(peserta) - len(lulus)}
    jejak.record("pelatihan.hasil", kelas, by=by, at=at, rincian=rincian)
    return [_issue(kelas, satu, by=by, at=at) for satu in lulus]


def _participants(kelas: KelasPelatihan, *, at: datetime) -> list[PesertaPelatihan]:
    if kelas.keadaan == KeadaanKelas.DIBATALKAN:
        raise CannotFinish("Kelas ini dibatalkan, jadi tidak ada hasil yang dicatat.")
    if today(kelas, at) < kelas.selesai_on:
        raise CannotFinish(f"Kelas berakhir {format_tanggal(kelas.selesai_on)}. Catat hasilnya sesudah itu.")
    daftar = kelas.daftar_peserta.filter(keadaan__in=(KeadaanPeserta.DITERIMA, KeadaanPeserta.TIDAK_LULUS))
    peserta = list(
        daftar.select_related("pegawai")
        .annotate(jumlah_hadir=Count("daftar_kehadiran"))
        .order_by("pegawai__nama", "id")
    )
    if not peserta:
        raise CannotFinish("Tidak ada peserta yang menunggu hasil di kelas ini.")
    return peserta


def _issue(kelas: KelasPelatihan, peserta: PesertaPelatihan, *, by: User, at: datetime) -> Sertifikat:
    nomor = _free_number(kelas, peserta)
    sertifikat = Sertifikat.objects.create(
        pegawai=peserta.pegawai,
        peserta=peserta,
        pelatihan=kelas.pelatihan,
        nama=kelas.pelatihan.nama,
        penyelenggara=kelas.penyelenggara,
        nomor=nomor,
        nomor_kunci=number_key(nomor),
        jp=kelas.jp,
        mulai_on=kelas.mulai_on,
        selesai_on=kelas.selesai_on,
        keadaan=KeadaanSertifikat.DIVERIFIKASI,
        diajukan_at=at,
        diperiksa_at=at,
        diperiksa_oleh=by,
    )
    _register(sertifikat, kelas, by=by, at=at)
    count_hours(sertifikat, di_luar_rekap=False)
    return sertifikat


def _free_number(kelas: KelasPelatihan, peserta: PesertaPelatihan) -> str:
    """A paper of the same number that was kept before does not stop a whole class."""
    nomor = f"{peserta.pk:05d}/PLT-{kelas.pk}/{kelas.selesai_on.year}"
    ada = Sertifikat.objects.filter(
        pegawai=peserta.pegawai_id, nomor_kunci__startswith=number_key(nomor)
    ).exclude(keadaan=KeadaanSertifikat.DITOLAK)
    terpakai = set(ada.order_by("id").values_list("nomor_kunci", flat=True))
    pilihan = chain([nomor], (f"{nomor}/{n}" for n in count(2)))
    return next(satu for satu in pilihan if number_key(satu) not in terpakai)


def _register(sertifikat: Sertifikat, kelas: KelasPelatihan, *, by: User, at: datetime) -> None:
    instansi = kelas.pelatihan.instansi
    isi = IsianSertifikatKelas(
        instansi=instansi.nama,
        tempat=instansi.tempat,
        nomor=sertifikat.nomor,
        nama=sertifikat.pegawai.nama,
        nip=sertifikat.pegawai.nip,
        pelatihan=sertifikat.nama,
        kelas=kelas.nama,
        masa=kelas.masa,
        jp=sertifikat.jp,
        penyelenggara=sertifikat.penyelenggara,
        terbit=format_tanggal(instansi.tanggal(at)),
    )
    register_document(
        isi.as_dict(),
        kode=KODE_SERTIFIKAT,
        judul=JUDUL_SERTIFIKAT,
        tampilan=[
            ("Nama", isi.nama),
            ("Nomor sertifikat", isi.nomor),
            ("Pelatihan", isi.pelatihan),
            ("Waktu", isi.masa),
            ("Jam pelajaran", f"{isi.jp} JP"),
            ("Penyelenggara", isi.penyelenggara),
        ],
        objek=sertifikat,
        instansi_id=instansi.pk,
        by=by,
        at=at,
    )
