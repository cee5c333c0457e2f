"""The two papers: the plan once both have spoken, and the report once it is over. Written once, checked by a code."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING

from kinerja.dokumen.pembinaan import (
    JUDUL_BERITA_PEMBINAAN,
    JUDUL_RENCANA_PEMBINAAN,
    KODE_BERITA_PEMBINAAN,
    KODE_RENCANA_PEMBINAAN,
)
from kinerja.jejak.actions import register_document
from kinerja.jejak.models import DokumenTerbit
from kinerja.lib.tanggal import format_tanggal
from kinerja.pembinaan.formulir import susun_cetakan

if TYPE_CHECKING:
    from kinerja.akun.models import User
    from kinerja.pembinaan.models import RencanaPembinaan


def issue_rencana(rencana: RencanaPembinaan, *, by: User, at: datetime) -> DokumenTerbit:
    return _issue(rencana, KODE_RENCANA_PEMBINAAN, JUDUL_RENCANA_PEMBINAAN, by=by, at=at)


def issue_berita(rencana: RencanaPembinaan, *, by: User, at: datetime) -> DokumenTerbit:
    return _issue(rencana, KODE_BERITA_PEMBINAAN, JUDUL_BERITA_PEMBINAAN, by=by, at=at)


def _issue(rencana: RencanaPembinaan, kode: str, judul: str, *, by: User, at: datetime) -> DokumenTerbit:
    berita = kode == KODE_BERITA_PEMBINAAN
    isi = susun_cetakan(rencana, berita=berita)
    # The code proves the paper to whoever holds it; a stranger learns nothing about a person from it.
    tampilan = [
        ("Unit kerja", rencana.unit_kerja.nama),
        ("Masa pembinaan", f"{format_tanggal(rencana.mulai_on)} sampai {format_tanggal(rencana.batas_on)}"),
        ("Ditutup" if berita else "Dijawab pegawai", format_tanggal(rencana.instansi.tanggal(at))),
    ]
    return register_document(
        json.loads(json.dumps(isi.as_dict())),
        kode=kode,
        judul=judul,
        tampilan=tampilan,
        objek=rencana,
        instansi_id=rencana.instansi_id,
        by=by,
        at=at,
    )
