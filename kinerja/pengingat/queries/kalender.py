"""One person's last days as a calendar."""

from __future__ import annotations

from datetime import date

from kinerja.kepegawaian.models import Pegawai
from kinerja.lib.acara import Hari
from kinerja.pengingat.queries.jatuh import Jatuh
from kinerja.pengingat.queries.tenggat import daftar_jatuh

SETAHUN = 366


def jatuh_saya(pegawai: Pegawai, *, on: date) -> list[Jatuh]:
    """From today on, the nearest first."""
    daftar = daftar_jatuh(pegawai.instansi, on=on, pegawai=pegawai, jauh=SETAHUN)
    return sorted(
        (satu for satu in daftar if satu.batas_on >= on), key=lambda satu: (satu.batas_on, satu.kode)
    )


def hari_saya(pegawai: Pegawai, *, on: date, alamat: str) -> list[Hari]:
    return [
        Hari(
            uid=f"{satu.kode.replace(':', '-')}-{satu.user_id}@kinerja",
            on=satu.batas_on,
            judul=satu.judul_acara,
            uraian=satu.isi,
            tautan=f"{alamat}{satu.tautan}",
        )
        for satu in jatuh_saya(pegawai, on=on)
    ]
