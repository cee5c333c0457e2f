"""The invitation by mail: hour and place, and nothing about anybody's results."""

from __future__ import annotations

from email.utils import make_msgid
from zoneinfo import ZoneInfo

from django.core.mail import EmailMessage

from kinerja.dialog.istilah import KeadaanDialog
from kinerja.dialog.models import DialogKinerja, UndanganDialog
from kinerja.dialog.queries.acara import acara_dialog
from kinerja.lib.acara import Metode, berkas_ics
from kinerja.lib.tanggal import format_hari_waktu


def surat_undangan(undangan: UndanganDialog) -> EmailMessage:
    dialog = undangan.dialog
    acara = acara_dialog(dialog)
    metode = Metode.REQUEST if acara.pengundang else Metode.PUBLISH
    berkas = berkas_ics(acara, metode=metode)
    metode = Metode.CANCEL if acara.batal else metode
    surat = EmailMessage(
        _subject(dialog),
        _body(dialog),
        to=[undangan.penerima.email],
        headers={
            "Message-ID": make_msgid(idstring=undangan.nomor.hex, domain="kinerja.invalid"),
            "Auto-Submitted": "auto-generated",
        },
    )
    surat.attach("dialog-kinerja.ics", berkas.decode(), f"text/calendar; charset=utf-8; method={metode}")
    return surat


def _subject(dialog: DialogKinerja) -> str:
    batal = dialog.keadaan == KeadaanDialog.BATAL
    return f"{'Batal: d' if batal else 'D'}ialog kinerja, {_when(dialog)}"


def _body(dialog: DialogKinerja) -> str:
    pasangan = f"{dialog.penilai.nama} dan {dialog.pegawai.nama}"
    if dialog.keadaan == KeadaanDialog.BATAL:
        return (
            f"Dialog kinerja {pasangan} pada {_when(dialog)} dibatalkan. Berkas terlampir menghapusnya dari kalender. "
            "Waktu baru dapat diusulkan di aplikasi Kinerja.\n"
        )
    return (
        f"Dialog kinerja {pasangan} disepakati pada {_when(dialog)} di {dialog.tempat}, {dialog.durasi_menit} menit. "
        "Buka berkas terlampir untuk menyimpannya di kalender, dan isi agendanya di aplikasi Kinerja.\n"
    )


def _when(dialog: DialogKinerja) -> str:
    return format_hari_waktu(dialog.mulai_at, zone=ZoneInfo(dialog.instansi.zona_waktu))
