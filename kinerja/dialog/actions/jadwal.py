"""The hour of a talk: one proposes, the other accepts or proposes another, until both stand by the same one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from kinerja.akun.models import User
from kinerja.dialog import permissions
from kinerja.dialog.actions.dasar import CannotTalk, DialogBerubah, lock_dialog, require_pair
from kinerja.dialog.actions.undangan import invite
from kinerja.dialog.istilah import CaraDialog, KeadaanDialog
from kinerja.dialog.models import DialogKinerja
from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import HubunganPenilai
from kinerja.lib.baris import lock_row
from kinerja.lib.tanggal import format_hari_waktu

TERJAUH = timedelta(days=366)
TERSINGKAT, TERLAMA = 15, 240


@dataclass(frozen=True, kw_only=True)
class IsianJadwal:
    mulai_at: datetime
    tempat: str
    durasi_menit: int = 60
    cara: CaraDialog = CaraDialog.TATAP_MUKA
    pesan: str = ""


@transaction.atomic
def propose_dialog(hubungan: HubunganPenilai, *, isian: IsianJadwal, by: User, at: datetime) -> DialogKinerja:
    """Either of the pair may begin; while one proposal of theirs is open there is no second."""
    hubungan = lock_row(
        HubunganPenilai.objects.select_related("penempatan__pegawai__instansi", "penilai"), hubungan.pk
    )
    pengusul = lingkup(by).pegawai
    if pengusul is None or not permissions.can_propose(by, hubungan):
        raise PermissionDenied
    _refuse_hour(isian, at)
    pegawai = hubungan.penempatan.pegawai
    dialog = DialogKinerja(
        instansi=pegawai.instansi,
        penempatan=hubungan.penempatan,
        pegawai=pegawai,
        penilai=hubungan.penilai,
        pengusul=pengusul,
        diubah_at=at,
    )
    _put_hour(dialog, isian)
    try:
        with transaction.atomic():
            dialog.save(force_insert=True)
    except IntegrityError:
        raise CannotTalk(
            "Sudah ada usul waktu yang terbuka untuk kalian berdua, mungkin baru saja dikirim. Buka dialog itu, lalu "
            "setujui atau usulkan waktu lain di sana."
        ) from None
    jejak.record("dialog.usulkan", dialog, by=by, at=at, rincian=_when(dialog))
    return dialog


@transaction.atomic
def propose_other_time(
    dialog: DialogKinerja, *, isian: IsianJadwal, revisi: int, by: User, at: datetime
) -> DialogKinerja:
    """An hour that was agreed already holds until the other one says yes to the new one."""
    dialog, pegawai = lock_dialog(dialog, by=by)
    require_pair(dialog)
    _compare(dialog, revisi)
    _require_open(dialog)
    _refuse_hour(isian, at)
    disepakati = dialog.keadaan == KeadaanDialog.DISEPAKATI
    (_put_proposal if disepakati else _put_hour)(dialog, isian)
    dialog.pengusul = pegawai
    _save(dialog, at, *_JADWAL, *_USUL, "pengusul")
    jejak.record("dialog.usul_waktu", dialog, by=by, at=at, rincian=_when(dialog))
    return dialog


@transaction.atomic
def keep_agreed_time(dialog: DialogKinerja, *, revisi: int, by: User, at: datetime) -> DialogKinerja:
    """The other hour is turned down by who was asked, or taken back by who asked."""
    dialog, _ = lock_dialog(dialog, by=by)
    _compare(dialog, revisi)
    if dialog.usul_mulai_at is None:
        raise CannotTalk("Tidak ada usul waktu lain yang menunggu jawaban.")
    _drop_proposal(dialog)
    _save(dialog, at, *_USUL)
    jejak.record("dialog.tetap", dialog, by=by, at=at, rincian=_when(dialog))
    return dialog


@transaction.atomic
def accept_dialog(dialog: DialogKinerja, *, revisi: int, by: User, at: datetime) -> DialogKinerja:
    """The one who was asked says yes to the hour that he saw; both get the invitation by mail."""
    dialog, pegawai = lock_dialog(dialog, by=by)
    require_pair(dialog)
    _compare(dialog, revisi)
    if not dialog.menunggu_jawaban:
        raise CannotTalk(
            f"Dialog ini {dialog.get_keadaan_display().lower()}, jadi tidak perlu disetujui lagi."
        )
    if pegawai.pk == dialog.pengusul_id:
        raise CannotTalk("Anda yang mengusulkan waktu ini. Tunggu jawaban, atau usulkan waktu lain.")
    if dialog.ditanya_mulai_at <= at:
        raise CannotTalk("Waktu yang diusulkan sudah lewat. Usulkan waktu lain.")
    _take_proposal(dialog)
    dialog.keadaan, dialog.pernah_disepakati = KeadaanDialog.DISEPAKATI.value, True
    _save(dialog, at, *_JADWAL, *_USUL, "pernah_disepakati")
    jejak.record("dialog.sepakati", dialog, by=by, at=at, rincian=_when(dialog))
    invite(dialog, at=at)
    return dialog


@transaction.atomic
def cancel_dialog(
    dialog: DialogKinerja, *, alasan: str, revisi: int, by: User, at: datetime
) -> DialogKinerja:
    """Whoever has it in his calendar is told to take it out."""
    dialog, _ = lock_dialog(dialog, by=by)
    _compare(dialog, revisi)
    _require_open(dialog)
    if not alasan.strip():
        raise CannotTalk("Tulis alasan singkat, supaya yang lain tahu mengapa dialog dibatalkan.")
    dialog.keadaan, dialog.alasan_batal = KeadaanDialog.BATAL.value, alasan.strip()
    _drop_proposal(dialog)
    _save(dialog, at, "alasan_batal", *_USUL)
    jejak.record("dialog.batalkan", dialog, by=by, at=at, rincian=_when(dialog))
    if dialog.pernah_disepakati:
        invite(dialog, at=at)
    return dialog


@transaction.atomic
def complete_dialog(dialog: DialogKinerja, *, revisi: int, by: User, at: datetime) -> DialogKinerja:
    """The talk took place; from now on the interval to the next one counts."""
    dialog, _ = lock_dialog(dialog, by=by)
    require_pair(dialog)
    _compare(dialog, revisi)
    if dialog.keadaan != KeadaanDialog.DISEPAKATI:
        raise CannotTalk("Hanya dialog yang waktunya sudah disepakati dapat ditandai selesai.")
    hari = dialog.instansi.tanggal(dialog.mulai_at)
    if hari > dialog.instansi.tanggal(at):
        raise CannotTalk(
            "Dialog ini belum tiba waktunya. Tandai selesai pada harinya, atau usulkan waktu lain."
        )
    dialog.keadaan, dialog.terlaksana_on = KeadaanDialog.SELESAI.value, hari
    _drop_proposal(dialog)
    _save(dialog, at, "terlaksana_on", *_USUL)
    jejak.record("dialog.selesai", dialog, by=by, at=at, rincian=_when(dialog))
    return dialog


_JADWAL = ("mulai_at", "durasi_menit", "cara", "tempat", "pesan")
_USUL = ("usul_mulai_at", "usul_durasi_menit", "usul_cara", "usul_tempat")


def _put_hour(dialog: DialogKinerja, isian: IsianJadwal) -> None:
    for nama in _JADWAL:
        setattr(dialog, nama, getattr(isian, nama))
    dialog.tempat, dialog.pesan = isian.tempat.strip(), isian.pesan.strip()


def _put_proposal(dialog: DialogKinerja, isian: IsianJadwal) -> None:
    dialog.usul_mulai_at, dialog.usul_durasi_menit = isian.mulai_at, isian.durasi_menit
    dialog.usul_cara, dialog.usul_tempat = isian.cara, isian.tempat.strip()
    dialog.pesan = isian.pesan.strip()


def _take_proposal(dialog: DialogKinerja) -> None:
    if dialog.usul_mulai_at is not None and dialog.usul_durasi_menit is not None:
        dialog.mulai_at, dialog.durasi_menit = dialog.usul_mulai_at, dialog.usul_durasi_menit
        dialog.cara, dialog.tempat = dialog.usul_cara, dialog.usul_tempat
    _drop_proposal(dialog)


def _drop_proposal(dialog: DialogKinerja) -> None:
    dialog.usul_mulai_at = dialog.usul_durasi_menit = None
    dialog.usul_cara = dialog.usul_tempat = ""


def _save(dialog: DialogKinerja, at: datetime, *kolom: str) -> None:
    dialog.revisi += 1
    dialog.diubah_at = at
    dialog.save(update_fields=["keadaan", "revisi", "diubah_at", *kolom])


def _compare(dialog: DialogKinerja, revisi: int) -> None:
    if revisi != dialog.revisi:
        raise DialogBerubah(
            "Dialog ini baru saja diubah, mungkin oleh lawan bicara Anda. Periksa waktu yang terbaru di halaman ini, "
            "lalu jawab sekali lagi."
        )


def _require_open(dialog: DialogKinerja) -> None:
    if not dialog.terbuka:
        raise CannotTalk(
            f"Dialog ini sudah {dialog.get_keadaan_display().lower()}, jadi waktunya tidak diubah lagi."
        )


def _refuse_hour(isian: IsianJadwal, at: datetime) -> None:
    if isian.mulai_at <= at:
        raise CannotTalk("Waktu itu sudah lewat. Pilih waktu yang akan datang.")
    if isian.mulai_at > at + TERJAUH:
        raise CannotTalk("Waktu itu lebih dari setahun lagi. Pilih yang lebih dekat.")
    if not TERSINGKAT <= isian.durasi_menit <= TERLAMA:
        raise CannotTalk(f"Lama dialog {TERSINGKAT} sampai {TERLAMA} menit.")
    if not isian.tempat.strip():
        raise CannotTalk("Tulis tempat bertemu, atau tautan rapat bila daring.")


def _when(dialog: DialogKinerja) -> dict[str, object]:
    """The hour only: what they talk about is theirs."""
    waktu = format_hari_waktu(dialog.ditanya_mulai_at, zone=ZoneInfo(dialog.instansi.zona_waktu))
    keadaan = KeadaanDialog.DIUSULKAN.label if dialog.menunggu_jawaban else dialog.get_keadaan_display()
    return {"waktu": waktu, "keadaan": keadaan}
