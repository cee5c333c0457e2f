"""Telling everybody who is invited, and reminding them a day before; part by part, for an instansi has thousands."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from kinerja.acara.actions.susun import UNDANG
from kinerja.acara.models import Acara
from kinerja.acara.queries.undangan import acara_besok, diundang, perlu_diingatkan
from kinerja.notifikasi.actions import Kabar, notify
from kinerja.pekerjaan.daftar import pekerjaan
from kinerja.pekerjaan.kerja import Kerja

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kinerja.kepegawaian.models import Pegawai

SEBAGIAN = 500
SEJAM = timedelta(hours=1)


@pekerjaan(UNDANG, judul="Mengabarkan undangan acara")
def undang(kerja: Kerja) -> None:
    """Who was told before is not told again, so it may run after every change of the units."""
    daftar = Acara.objects.select_related("instansi").filter(pk=kerja.argumen["acara_id"])
    acara = daftar.order_by("id").first()
    if acara is None or acara.batal or acara.selesai_at < kerja.at:
        return
    orang = diundang(acara, on=acara.instansi.tanggal(kerja.at)).filter(user__isnull=False)
    while nomor := _next(orang.filter(pk__gt=kerja.posisi or 0)):
        with kerja.bagian(nomor[-1][0]):
            kabar = [
                Kabar(
                    user_id=user_id,
                    jenis="acara",
                    judul=f"Undangan: {acara.judul}",
                    isi=f"{acara.masa}. Jawab hadir atau tidak dapat hadir.",
                    tautan=f"/acara/{acara.pk}/",
                    kunci=f"acara:{acara.pk}",
                )
                for _, user_id in nomor
                if user_id is not None and user_id != acara.dibuat_oleh_id
            ]
            notify(kabar, at=kerja.at)


@pekerjaan("acara.ingatkan", judul="Mengingatkan acara besok", setiap=SEJAM)
def ingatkan(kerja: Kerja) -> None:
    """Every hour, and after a crash from the beginning: whoever was told is known by the occasion and left out."""
    for acara, hari in acara_besok(at=kerja.at):
        kunci = f"acara:{acara.pk}:besok:{acara.instansi.tanggal(acara.mulai_at).isoformat()}"
        orang, sampai = perlu_diingatkan(acara, kunci=kunci, on=acara.instansi.tanggal(kerja.at)), 0
        while nomor := _next(orang.filter(pk__gt=sampai)):
            sampai = nomor[-1][0]
            kabar = [
                Kabar(
                    user_id=user_id,
                    jenis="acara",
                    judul=f"{hari}: {acara.judul}",
                    isi=", ".join(filter(None, (acara.masa, acara.tempat))),
                    tautan=f"/acara/{acara.pk}/",
                    kunci=kunci,
                )
                for _, user_id in nomor
                if user_id is not None
            ]
            with kerja.bagian([acara.pk, sampai]):
                notify(kabar, at=kerja.at)


def _next(daftar: QuerySet[Pegawai]) -> list[tuple[int, int | None]]:
    return list(daftar.order_by("pk").values_list("pk", "user_id")[:SEBAGIAN])
