"""Continuous feedback, given and asked for (Pasal 17–19)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q

from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import Pegawai
from kinerja.lib.baris import lock_row
from kinerja.lib.tautan import periksa_tautan
from kinerja.pelaksanaan.models import Nada, PermintaanUmpanBalik, UmpanBalik
from kinerja.pelaksanaan.permissions import (
    BERJALAN,
    can_answer_request,
    can_give_feedback,
    can_request_feedback,
)
from kinerja.pelaksanaan.queries.pemberi import can_read_rhk, peran_pemberi
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.perencanaan.models import SKP, RencanaHasilKerja

if TYPE_CHECKING:
    from kinerja.akun.models import User

DASAR = "PermenPANRB 6/2022 Pasal 17 dan Pasal 18"
PERMINTAAN_TERBANYAK = 5
TEKS_TERPENDEK = 3
# Enough for every result and every value on one day; a flood would drown what others say.
SEHARI_TERBANYAK = 20


class CannotGiveFeedback(Exception):
    """The feedback cannot be kept; the message says what to do."""


class CannotRequestFeedback(Exception):
    """The request cannot be sent, or not be answered; the message says why."""


@transaction.atomic
def give_feedback(  # noqa: PLR0913 - one event; each of its parts is named by the caller
    skp: SKP,
    *,
    rhk: RencanaHasilKerja | None = None,
    nilai: NilaiDasar | None = None,
    nada: Nada,
    teks: str,
    by: User,
    at: datetime,
    bukti_tautan: str = "",
    permintaan: PermintaanUmpanBalik | None = None,
) -> UmpanBalik:
    """Keeps feedback on one result or one value. The same words on the same thing again change nothing."""
    skp = lock_row(SKP.objects.select_related("instansi"), skp.pk)
    on = at.astimezone(ZoneInfo(skp.instansi.zona_waktu)).date()
    if permintaan is not None:
        permintaan = PermintaanUmpanBalik.objects.select_for_update().get(pk=permintaan.pk)
    if not _may_give(skp, rhk, permintaan, by=by, on=on):
        raise PermissionDenied
    _check_feedback(skp, rhk, nilai, teks, permintaan)
    _check_pace(skp, by=by, at=at)
    umpan_balik, baru = UmpanBalik.objects.get_or_create(
        skp=skp,
        rhk=rhk,
        nilai=nilai or "",
        pemberi=by,
        teks=teks.strip(),
        defaults={
            "peran_pemberi": peran_pemberi(by, skp, on=on),
            "nada": nada,
            "bukti_tautan": periksa_tautan(bukti_tautan).url if bukti_tautan.strip() else "",
            "permintaan": permintaan,
            "given_at": at,
        },
    )
    if permintaan is not None and permintaan.answered_at is None:
        permintaan.answered_at = at
        permintaan.save(update_fields=["answered_at"])
    if baru:
        rincian = {"umpan_balik": umpan_balik.pk, "rhk": umpan_balik.rhk_id, "nilai": umpan_balik.nilai}
        jejak.record("umpan_balik.beri", skp, by=by, at=at, rincian={**rincian, "nada": nada}, dasar=DASAR)
    return umpan_balik


@transaction.atomic
def request_feedback(
    skp: SKP,
    *,
    kepada: Pegawai,
    rhk: RencanaHasilKerja | None = None,
    nilai: NilaiDasar | None = None,
    pesan: str = "",
    by: User,
    at: datetime,
) -> PermintaanUmpanBalik:
    """Asks a colleague about one result or one value. He sees only what he is asked about."""
    skp = SKP.objects.select_for_update().get(pk=skp.pk)
    if not can_request_feedback(by, skp):
        raise PermissionDenied
    _check_target(skp, rhk, nilai, CannotRequestFeedback)
    _check_request(skp, kepada, by)
    terbuka = PermintaanUmpanBalik.objects.filter(skp=skp, answered_at=None, declined_at=None)
    sama = terbuka.filter(kepada=kepada, rhk=rhk, nilai=nilai or "").order_by("id").first()
    if sama is not None:
        return sama
    if terbuka.count() >= PERMINTAAN_TERBANYAK:
        raise CannotRequestFeedback(
            f"Sudah ada {PERMINTAAN_TERBANYAK} permintaan yang belum dijawab. Tunggu jawabannya dahulu, supaya rekan "
            "tidak kewalahan."
        )
    permintaan = PermintaanUmpanBalik.objects.create(
        skp=skp, rhk=rhk, nilai=nilai or "", kepada=kepada, peminta=by, pesan=pesan.strip(), requested_at=at
    )
    rincian = {"permintaan": permintaan.pk, "kepada": kepada.pk}
    jejak.record("umpan_balik.minta", skp, by=by, at=at, rincian=rincian, dasar=DASAR)
    return permintaan


@transaction.atomic
def decline_request(permintaan: PermintaanUmpanBalik, *, by: User, at: datetime) -> None:
    """Nobody has to answer; a second press changes nothing."""
    permintaan = lock_row(PermintaanUmpanBalik.objects.select_related("skp"), permintaan.pk)
    if not can_answer_request(by, permintaan):
        raise PermissionDenied
    if permintaan.answered_at is not None:
        raise CannotRequestFeedback("Permintaan ini sudah Anda jawab; terima kasih.")
    if permintaan.declined_at is not None:
        return
    permintaan.declined_at = at
    permintaan.save(update_fields=["declined_at"])
    jejak.record(
        "umpan_balik.tolak", permintaan.skp, by=by, at=at, rincian={"permintaan": permintaan.pk}, dasar=DASAR
    )


def _may_give(
    skp: SKP,
    rhk: RencanaHasilKerja | None,
    permintaan: PermintaanUmpanBalik | None,
    *,
    by: User,
    on: date,
) -> bool:
    if not can_give_feedback(by, skp):
        return False
    if permintaan is not None:
        return can_answer_request(by, permintaan) and permintaan.skp_id == skp.pk
    return rhk is None or can_read_rhk(by, skp, on=on)


def _check_feedback(
    skp: SKP,
    rhk: RencanaHasilKerja | None,
    nilai: NilaiDasar | None,
    teks: str,
    permintaan: PermintaanUmpanBalik | None,
) -> None:
    if skp.status not in BERJALAN:
        raise CannotGiveFeedback(
            f"SKP ini berstatus “{skp.get_status_display()}”. Umpan balik ditulis pada SKP yang sudah ditetapkan dan "
            "masih berjalan."
        )
    _check_target(skp, rhk, nilai, CannotGiveFeedback)
    if len(teks.strip()) < TEKS_TERPENDEK:
        raise CannotGiveFeedback("Tulis umpan baliknya: apa yang terjadi, dan apa saran Anda.")
    if permintaan is None:
        return
    if permintaan.declined_at is not None:
        raise CannotGiveFeedback("Permintaan ini sudah Anda tolak. Anda tetap dapat menulis tanpa diminta.")
    if (permintaan.rhk_id, permintaan.nilai) != (rhk.pk if rhk else None, nilai or ""):
        raise CannotGiveFeedback("Permintaan ini tentang hal lain. Buka lagi dari daftar permintaan.")


def _check_pace(skp: SKP, *, by: User, at: datetime) -> None:
    sehari = UmpanBalik.objects.filter(skp=skp, pemberi=by, given_at__gt=at - timedelta(days=1))
    if sehari.count() >= SEHARI_TERBANYAK:
        raise CannotGiveFeedback(
            f"Hari ini Anda sudah menulis {SEHARI_TERBANYAK} umpan balik untuk orang ini. Lanjutkan besok, supaya setiap "
            "tulisan sempat ia baca."
        )


def _check_target(
    skp: SKP,
    rhk: RencanaHasilKerja | None,
    nilai: NilaiDasar | None,
    galat: type[CannotGiveFeedback | CannotRequestFeedback],
) -> None:
    if (rhk is None) == (nilai is None):
        raise galat("Pilih satu: tentang hasil kerja yang mana, atau tentang perilaku yang mana.")
    if rhk is not None and rhk.skp_id != skp.pk:
        raise galat("Hasil kerja itu tidak ada di SKP ini. Muat ulang halamannya, lalu pilih lagi.")


def _check_request(skp: SKP, kepada: Pegawai, by: User) -> None:
    if skp.status not in BERJALAN:
        raise CannotRequestFeedback("Umpan balik diminta pada SKP yang sudah ditetapkan dan masih berjalan.")
    peminta = lingkup(by).pegawai
    if kepada.pk == skp.pegawai_id or (peminta is not None and kepada.pk == peminta.pk):
        raise CannotRequestFeedback("Pilih orang lain: umpan balik tidak diminta kepada diri sendiri.")
    sekantor = Q(instansi_id=skp.instansi_id) | Q(pk__in=[skp.penilai_id, skp.atasan_penilai_id])
    if kepada.user_id is None or not Pegawai.objects.filter(sekantor, pk=kepada.pk).exists():
        raise CannotRequestFeedback(
            "Umpan balik hanya dapat diminta kepada rekan seinstansi yang mempunyai akun."
        )
