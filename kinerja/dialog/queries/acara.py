"""A talk as an appointment in a calendar."""

from __future__ import annotations

from datetime import timedelta

from kinerja.dialog.istilah import CaraDialog, KeadaanDialog
from kinerja.dialog.models import DialogKinerja
from kinerja.lib.acara import Acara, Orang


def acara_dialog(dialog: DialogKinerja) -> Acara:
    """Names, hour and place; select the people with it. Without both addresses it is nobody's invitation."""
    peserta = tuple(Orang(nama=o.nama, surel=o.email) for o in (dialog.penilai, dialog.pegawai) if o.email)
    lengkap = len(peserta) == 2
    return Acara(
        uid=f"{dialog.uid}@kinerja",
        urutan=dialog.revisi,
        mulai_at=dialog.mulai_at,
        durasi=timedelta(minutes=dialog.durasi_menit),
        judul=f"Dialog kinerja {dialog.penilai.nama} dan {dialog.pegawai.nama}",
        diubah_at=dialog.diubah_at,
        tempat=dialog.tempat,
        uraian=f"{CaraDialog(dialog.cara).label}. Agenda diisi bersama di aplikasi Kinerja.",
        pengundang=peserta[0] if lengkap else None,
        daftar_peserta=peserta if lengkap else (),
        pasti=dialog.keadaan != KeadaanDialog.DIUSULKAN,
        batal=dialog.keadaan == KeadaanDialog.BATAL,
    )
