"""An individual plan: drafted by the person, agreed with his penilai, kept as it was agreed."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from kinerja.dokumen.rencana_pengembangan import JUDUL_RENCANA_PENGEMBANGAN, KODE_RENCANA_PENGEMBANGAN
from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import Pegawai
from kinerja.kepegawaian.queries.penilai import penempatan_kini, penilai_kini
from kinerja.lib.angka import format_angka
from kinerja.lib.baris import lock_row
from kinerja.lib.tanggal import format_tanggal
from kinerja.pelatihan.models import Pelatihan
from kinerja.pengembangan.istilah import CaraBelajar, KeadaanButir, KeadaanRencana
from kinerja.pengembangan.models import ButirRencana, RencanaPengembangan, VersiRencana
from kinerja.pengembangan.permissions import (
    can_answer_rencana,
    can_edit_rencana,
    can_report_butir,
    is_owner,
)
from kinerja.pengembangan.queries.cetak import isian_rencana

if TYPE_CHECKING:
    from kinerja.akun.models import User

BUTIR_TERBANYAK = 10
HASIL_TERPANJANG = 400
JP_TERBANYAK = 2000


class CannotChangeRencana(Exception):
    """The plan cannot be changed so; the message is fit for the user."""


@dataclass(frozen=True, kw_only=True)
class IsianButir:
    """One item as somebody typed it; what it came from is kept beside it."""

    kebutuhan: str
    cara: CaraBelajar
    jp: int
    triwulan: int
    hasil_diharapkan: str
    pelatihan: Pelatihan | None = None
    kegiatan: str = ""
    asal: dict[str, Any] = field(
        default_factory=dict
    )  # kode_kebutuhan, asal, besar, alasan of the suggestion


@transaction.atomic
def start_rencana(pegawai: Pegawai, *, tahun: int, by: User, at: datetime) -> RencanaPengembangan:
    """The plan of the year; asked for twice, it is the same one."""
    if not is_owner(by, pegawai):
        raise PermissionDenied
    _check_year(pegawai, tahun, at)
    Pegawai.objects.select_for_update().get(pk=pegawai.pk)
    ada = RencanaPengembangan.objects.filter(pegawai=pegawai, tahun=tahun).order_by("id").first()
    if ada is not None:
        return ada
    rencana = RencanaPengembangan.objects.create(instansi=pegawai.instansi, pegawai=pegawai, tahun=tahun)
    jejak.record("rencana_pengembangan.mulai", rencana, by=by, at=at, rincian={"tahun": tahun})
    return rencana


@transaction.atomic
def add_butir(rencana: RencanaPengembangan, isian: IsianButir, *, by: User, at: datetime) -> ButirRencana:
    rencana = _lock_own(rencana, by=by)
    _check(rencana, isian)
    if rencana.daftar_butir.count() >= BUTIR_TERBANYAK:
        raise CannotChangeRencana(
            f"Satu rencana paling banyak {BUTIR_TERBANYAK} butir, supaya dapat dikerjakan. Ubah atau hapus yang ada dahulu."
        )
    terakhir = rencana.daftar_butir.order_by("-urutan", "-id").values_list("urutan", flat=True).first()
    butir = ButirRencana(rencana=rencana, urutan=(terakhir or 0) + 1)
    _keep(butir, isian)
    jejak.record("rencana_pengembangan.tambah_butir", rencana, by=by, at=at, rincian=_as_rincian(butir))
    return butir


@transaction.atomic
def plan_butir(pegawai: Pegawai, isian: IsianButir, *, tahun: int, by: User, at: datetime) -> ButirRencana:
    """Into the plan of the year, which begins with its first item."""
    return add_butir(start_rencana(pegawai, tahun=tahun, by=by, at=at), isian, by=by, at=at)


@transaction.atomic
def change_butir(butir: ButirRencana, isian: IsianButir, *, by: User, at: datetime) -> ButirRencana:
    rencana = _lock_own(butir.rencana, by=by)
    _check(rencana, isian)
    butir = lock_row(ButirRencana.objects.select_related("pelatihan"), butir.pk)
    lama = _as_rincian(butir)
    _keep(butir, isian)
    rincian = {"lama": lama, "baru": _as_rincian(butir)}
    jejak.record("rencana_pengembangan.ubah_butir", rencana, by=by, at=at, rincian=rincian)
    return butir


@transaction.atomic
def remove_butir(butir: ButirRencana, *, by: User, at: datetime) -> None:
    """What was once agreed stays in the kept version."""
    rencana = _lock_own(butir.rencana, by=by)
    jejak.record("rencana_pengembangan.hapus_butir", rencana, by=by, at=at, rincian=_as_rincian(butir))
    ButirRencana.objects.filter(pk=butir.pk).delete()


@transaction.atomic
def submit_rencana(rencana: RencanaPengembangan, *, by: User, at: datetime) -> RencanaPengembangan:
    rencana = _lock_own(rencana, by=by)
    if not rencana.daftar_butir.exclude(keadaan=KeadaanButir.BATAL).exists():
        raise CannotChangeRencana(
            "Rencana masih kosong. Tambahkan paling sedikit satu hal yang ingin dipelajari."
        )
    penilai = penilai_of(rencana.pegawai, on=rencana.instansi.tanggal(at))
    if penilai is None:
        raise CannotChangeRencana(
            "Belum ada pejabat penilai Anda yang tercatat. Minta admin unit mencatatnya."
        )
    rencana.penilai, rencana.keadaan, rencana.submitted_at = penilai, KeadaanRencana.DIAJUKAN.value, at
    rencana.save(update_fields=["penilai", "keadaan", "submitted_at"])
    jejak.record(
        "rencana_pengembangan.ajukan", rencana, by=by, at=at, rincian={"butir": rencana.daftar_butir.count()}
    )
    return rencana


@transaction.atomic
def withdraw_rencana(rencana: RencanaPengembangan, *, by: User, at: datetime) -> RencanaPengembangan:
    """Back to the owner before the penilai has answered."""
    rencana = _lock(rencana)
    if not is_owner(by, rencana.pegawai):
        raise PermissionDenied
    if rencana.keadaan != KeadaanRencana.DIAJUKAN:
        raise CannotChangeRencana("Rencana ini tidak sedang menunggu penilai, jadi tidak perlu ditarik.")
    rencana.keadaan = KeadaanRencana.DRAF.value
    rencana.save(update_fields=["keadaan"])
    jejak.record("rencana_pengembangan.tarik", rencana, by=by, at=at)
    return rencana


@transaction.atomic
def return_rencana(
    rencana: RencanaPengembangan, *, catatan: str, by: User, at: datetime
) -> RencanaPengembangan:
    rencana = _lock_answered(rencana, by=by)
    if not catatan.strip():
        raise CannotChangeRencana(
            "Tuliskan apa yang perlu diperbaiki, supaya pegawai tahu langkah berikutnya."
        )
    rencana.keadaan, rencana.catatan_penilai = KeadaanRencana.DIKEMBALIKAN.value, catatan.strip()
    rencana.answered_at = at
    rencana.save(update_fields=["keadaan", "catatan_penilai", "answered_at"])
    jejak.record("rencana_pengembangan.kembalikan", rencana, by=by, at=at)
    return rencana


@transaction.atomic
def agree_rencana(
    rencana: RencanaPengembangan, *, catatan: str = "", by: User, at: datetime
) -> RencanaPengembangan:
    """From now on it is what both agreed; a later change is a new version."""
    rencana = _lock_answered(rencana, by=by)
    rencana.keadaan, rencana.versi = KeadaanRencana.DISEPAKATI.value, rencana.versi + 1
    rencana.catatan_penilai, rencana.answered_at = catatan.strip(), at
    rencana.save(update_fields=["keadaan", "versi", "catatan_penilai", "answered_at"])
    daftar = rencana.daftar_butir.select_related("pelatihan").order_by("urutan", "id")
    versi = VersiRencana.objects.create(
        rencana=rencana,
        nomor=rencana.versi,
        isi={"daftar_butir": [_as_dict(butir) for butir in daftar], "penilai": str(rencana.penilai)},
        alasan=catatan.strip(),
        disepakati_oleh=by,
        disepakati_at=at,
    )
    _issue(versi, by=by, at=at)
    jejak.record("rencana_pengembangan.sepakati", rencana, by=by, at=at, rincian={"versi": rencana.versi})
    return rencana


@transaction.atomic
def reopen_rencana(
    rencana: RencanaPengembangan, *, alasan: str, by: User, at: datetime
) -> RencanaPengembangan:
    """The owner changes what was agreed: it goes to the penilai once more, and the old version stays."""
    rencana = _lock(rencana)
    if not is_owner(by, rencana.pegawai):
        raise PermissionDenied
    if rencana.keadaan != KeadaanRencana.DISEPAKATI:
        raise CannotChangeRencana("Hanya rencana yang sudah disepakati dapat diubah lewat sini.")
    if not alasan.strip():
        raise CannotChangeRencana("Tuliskan mengapa rencana perlu berubah.")
    rencana.keadaan, rencana.catatan_penilai = KeadaanRencana.DRAF.value, ""
    rencana.save(update_fields=["keadaan", "catatan_penilai"])
    rincian = {"alasan": alasan.strip(), "versi": rencana.versi}
    jejak.record("rencana_pengembangan.ubah", rencana, by=by, at=at, rincian=rincian)
    return rencana


@transaction.atomic
def report_butir(
    butir: ButirRencana, *, keadaan: KeadaanButir, catatan: str, by: User, at: datetime
) -> ButirRencana:
    rencana = _lock(butir.rencana)
    if not can_report_butir(by, rencana):
        raise PermissionDenied
    if keadaan is KeadaanButir.BATAL and not catatan.strip():
        raise CannotChangeRencana("Tuliskan mengapa butir ini tidak jadi, supaya tidak hilang tanpa cerita.")
    butir = ButirRencana.objects.select_for_update().get(pk=butir.pk)
    lama = butir.keadaan
    butir.keadaan, butir.catatan = keadaan.value, catatan.strip()
    try:
        with transaction.atomic():
            butir.save(update_fields=["keadaan", "catatan"])
    except IntegrityError:
        raise CannotChangeRencana("Pelatihan ini sudah ada pada butir lain dalam rencana.") from None
    rincian = {"butir": butir.pk, "dari": lama, "menjadi": keadaan.value}
    jejak.record("rencana_pengembangan.kabari", rencana, by=by, at=at, rincian=rincian)
    return butir


def penilai_of(pegawai: Pegawai, *, on: date) -> Pegawai | None:
    """Who assesses him on that day."""
    tempat = penempatan_kini(pegawai, on=on)
    hubungan = penilai_kini(tempat) if tempat else None
    return hubungan.penilai if hubungan and hubungan.penilai_id != pegawai.pk else None


def _issue(versi: VersiRencana, *, by: User, at: datetime) -> None:
    """The paper of what was agreed, word by word, with a code that says that it is real and nothing of what is in it."""
    rencana = versi.rencana
    isi = json.loads(json.dumps(isian_rencana(rencana, on=rencana.instansi.tanggal(at))))
    tampilan = [
        ("Instansi", isi["instansi"]),
        ("Tahun", isi["tahun"]),
        ("Versi", str(versi.nomor)),
        ("Disepakati", format_tanggal(rencana.instansi.tanggal(at))),
    ]
    jejak.register_document(
        isi,
        kode=KODE_RENCANA_PENGEMBANGAN,
        judul=JUDUL_RENCANA_PENGEMBANGAN,
        tampilan=tampilan,
        objek=versi,
        instansi_id=rencana.instansi_id,
        by=by,
        at=at,
    )


def _lock(rencana: RencanaPengembangan) -> RencanaPengembangan:
    return lock_row(RencanaPengembangan.objects.select_related("pegawai", "penilai", "instansi"), rencana.pk)


def _lock_own(rencana: RencanaPengembangan, *, by: User) -> RencanaPengembangan:
    rencana = _lock(rencana)
    if not is_owner(by, rencana.pegawai):
        raise PermissionDenied
    if not can_edit_rencana(by, rencana):
        sebab = (
            "sedang menunggu penilai. Tarik dahulu bila ingin mengubahnya"
            if rencana.keadaan == KeadaanRencana.DIAJUKAN
            else "sudah disepakati. Tekan “Ubah rencana” dan tuliskan alasannya"
        )
        raise CannotChangeRencana(f"Rencana ini {sebab}.")
    return rencana


def _lock_answered(rencana: RencanaPengembangan, *, by: User) -> RencanaPengembangan:
    rencana = _lock(rencana)
    if can_answer_rencana(by, rencana):
        return rencana
    saya = lingkup(by).pegawai
    if saya is None or saya.pk != rencana.penilai_id or saya.pk == rencana.pegawai_id:
        raise PermissionDenied
    raise CannotChangeRencana("Rencana ini tidak sedang menunggu jawaban Anda. Muat ulang halamannya.")


def _check_year(pegawai: Pegawai, tahun: int, at: datetime) -> None:
    kini = pegawai.instansi.tanggal(at).year
    if tahun not in (kini, kini + 1):
        raise CannotChangeRencana(f"Rencana dibuat untuk {kini} atau {kini + 1}.")


def _check(rencana: RencanaPengembangan, isian: IsianButir) -> None:
    if not isian.kebutuhan.strip() or not isian.hasil_diharapkan.strip():
        raise CannotChangeRencana("Tuliskan apa yang perlu dikuatkan dan hasil yang diharapkan.")
    if isian.cara is CaraBelajar.PELATIHAN and isian.pelatihan is None:
        raise CannotChangeRencana("Pilih pelatihannya, atau pilih cara belajar yang lain.")
    if isian.pelatihan and isian.pelatihan.instansi_id != rencana.instansi_id:
        raise PermissionDenied
    if not 0 <= isian.jp <= JP_TERBANYAK:
        raise CannotChangeRencana(f"JP harus 0 sampai {format_angka(JP_TERBANYAK)}.")
    if not 1 <= isian.triwulan <= 4:
        raise CannotChangeRencana("Triwulan adalah 1 sampai 4.")


def _keep(butir: ButirRencana, isian: IsianButir) -> None:
    butir.kebutuhan, butir.cara = isian.kebutuhan.strip()[:300], isian.cara.value
    butir.pelatihan = isian.pelatihan if isian.cara is CaraBelajar.PELATIHAN else None
    butir.kegiatan, butir.jp, butir.triwulan = isian.kegiatan.strip(), isian.jp, isian.triwulan
    butir.hasil_diharapkan = isian.hasil_diharapkan.strip()[:HASIL_TERPANJANG]
    for nama, nilai in isian.asal.items():
        setattr(butir, nama, nilai)
    try:
        with transaction.atomic():
            butir.save()
    except IntegrityError:
        raise CannotChangeRencana(
            f"{isian.pelatihan} sudah ada dalam rencana ini. Ubah butir itu, atau pilih pelatihan lain."
        ) from None


def _as_dict(butir: ButirRencana) -> dict[str, Any]:
    return {
        "kebutuhan": butir.kebutuhan,
        "alasan": butir.alasan,
        "cara": butir.get_cara_display(),
        "kegiatan": butir.nama_kegiatan,
        "jp": butir.jp,
        "triwulan": butir.triwulan,
        "hasil_diharapkan": butir.hasil_diharapkan,
        "keadaan": butir.get_keadaan_display(),
    }


def _as_rincian(butir: ButirRencana) -> dict[str, object]:
    """For the trail, which the auditor reads too: which item and how it is to be learned, none of its words."""
    return {"butir": butir.pk, "cara": butir.cara, "jp": butir.jp, "triwulan": butir.triwulan}
