"""The suggestions of a whole period: asked for by the admin, written part by part by the queue."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import connection, transaction

from kinerja.jejak import actions as jejak
from kinerja.kebijakan.models import Kebijakan, Periode, Tahap
from kinerja.kebijakan.permissions import can_manage_kalender
from kinerja.pekerjaan.actions import enqueue
from kinerja.penilaian.models import Evaluasi
from kinerja.penilaian.queries.saran_banyak import SaranDihitung, hitung_saran, menunggu_saran

if TYPE_CHECKING:
    from kinerja.akun.models import User
    from kinerja.pekerjaan.models import Pekerjaan

HITUNG_SARAN = "penilaian.hitung_saran"
_KOLOM = ("saran_hasil", "saran_perilaku", "saran_predikat", "masukan", "jejak_saran")
_teks = json.JSONEncoder(check_circular=False).encode  # made here of plain values


class CannotSuggest(Exception):
    """Suggestions cannot be computed now; the message says what has to happen first."""


@transaction.atomic
def request_saran(periode: Periode, *, by: User, at: datetime) -> Pekerjaan:
    """A second press while it runs gives back the same job."""
    if not can_manage_kalender(by, periode.instansi):
        raise PermissionDenied
    if periode.tahap == Tahap.DOKUMENTASI:
        raise CannotSuggest(
            "Periode ini untuk mendokumentasikan kinerja, jadi tidak ada rating yang disarankan."
        )
    if not menunggu_saran(periode).exists():
        raise CannotSuggest(
            f"Belum ada evaluasi {periode.nama} yang menunggu penilaian. Buka evaluasinya dahulu, lalu hitung lagi."
        )
    pekerjaan = enqueue(HITUNG_SARAN, by=by, at=at, argumen={"periode": periode.pk}, kunci=str(periode.pk))
    if pekerjaan.dibuat_at == at:
        jejak.record("evaluasi.hitung_saran", periode, by=by, at=at, rincian={"pekerjaan": pekerjaan.pk})
    return pekerjaan


def write_saran(
    daftar: Sequence[SaranDihitung], *, periode: Periode, kebijakan: Kebijakan | None, at: datetime
) -> int:
    """Inside the caller's transaction. Who was decided meanwhile is left alone, whose draft moved is computed anew."""
    terkunci = menunggu_saran(periode).filter(pk__in=[satu.evaluasi_id for satu in daftar])
    kini = dict(terkunci.select_for_update().order_by("id").values_list("id", "revisi"))
    tetap = [satu for satu in daftar if kini.get(satu.evaluasi_id) == satu.revisi]
    berubah = kini.keys() - {satu.evaluasi_id for satu in tetap}
    if berubah:
        tetap += _again(berubah, periode, kebijakan, at)
    _store(tetap)
    return len(tetap)


def _again(
    nomor: Collection[int], periode: Periode, kebijakan: Kebijakan | None, at: datetime
) -> list[SaranDihitung]:
    daftar = menunggu_saran(periode).filter(pk__in=nomor)
    return hitung_saran(daftar, periode=periode, kebijakan=kebijakan, at=at)


def _store(daftar: Sequence[SaranDihitung]) -> None:
    """One prepared statement for all: a CASE over a thousand keys, as `bulk_update` writes it, takes ten times as long."""
    kutip = connection.ops.quote_name
    isi = ", ".join(f"{kutip(kolom)} = %s" for kolom in _KOLOM)
    perintah = f"UPDATE {kutip(Evaluasi._meta.db_table)} SET {isi} WHERE {kutip('id')} = %s"
    baris = [
        (s.hasil, s.perilaku, s.predikat, _teks(s.masukan), _teks(s.jejak), s.evaluasi_id) for s in daftar
    ]
    with connection.cursor() as cursor:
        if baris:
            cursor.executemany(perintah, baris)
