"""One talk with everything that belongs on the table."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from kinerja.dialog.istilah import KeadaanDialog, KeadaanKesepakatan, KeadaanUndangan
from kinerja.dialog.models import ButirAgenda, CatatanPribadi, DialogKinerja, Kesepakatan, UndanganDialog
from kinerja.kebijakan.models import Periode, Tahap
from kinerja.kepegawaian.models import HubunganPenilai, Pegawai
from kinerja.lib.sekaligus import read_together
from kinerja.pelaksanaan.models import UmpanBalik
from kinerja.pelaksanaan.permissions import BERJALAN
from kinerja.pelaksanaan.queries import BarisRealisasi, realisasi_tabel
from kinerja.perencanaan.models import SKP

UMPAN_BALIK_TERBARU = 3


@dataclass(frozen=True, kw_only=True)
class PapanDialog:
    """`hubungan` is None once the one no longer assesses the other; then the work of today is not shown."""

    hubungan: HubunganPenilai | None
    agenda: list[ButirAgenda]
    catatan_pribadi: str
    kesepakatan: list[Kesepakatan]  # of this talk
    terbawa: list[Kesepakatan]  # open ones of talks before
    sebelumnya: DialogKinerja | None
    belum_dibahas: list[ButirAgenda]
    undangan_ditolak: bool = False  # the last letter to whoever reads this
    umpan_balik: list[UmpanBalik] = field(default_factory=list)
    indikator: list[BarisRealisasi] = field(default_factory=list)
    skp: SKP | None = None


def papan_dialog(dialog: DialogKinerja, *, pembaca: Pegawai, on: date) -> PapanDialog:
    baca = read_together(**_lists(dialog, pembaca, on))
    hubungan = next(iter(baca["hubungan"]), None)
    sebelumnya = next(iter(baca["sebelumnya"]), None)
    skp = next(iter(baca["skp"]), None) if hubungan else None
    periode = next(iter(baca["periode"]), None)
    return PapanDialog(
        hubungan=hubungan,
        agenda=[butir for butir in baca["agenda"] if butir.dialog_id == dialog.pk],
        catatan_pribadi="".join(satu.teks for satu in baca["pribadi"]),
        kesepakatan=[k for k in baca["kesepakatan"] if k.dialog_id == dialog.pk],
        terbawa=[k for k in baca["kesepakatan"] if k.dialog_id != dialog.pk] if hubungan else [],
        sebelumnya=sebelumnya,
        belum_dibahas=[
            b for b in baca["agenda"] if sebelumnya and b.dialog_id == sebelumnya.pk and not b.dibahas_at
        ],
        undangan_ditolak=any(u.keadaan == KeadaanUndangan.DITOLAK for u in baca["undangan"][-1:]),
        umpan_balik=baca["umpan_balik"][:UMPAN_BALIK_TERBARU] if skp else [],
        indikator=realisasi_tabel(skp, periode, on=on) if skp and periode else [],
        skp=skp,
    )


def _lists(dialog: DialogKinerja, pembaca: Pegawai, on: date) -> dict[str, QuerySet[Any]]:
    pasangan = DialogKinerja.objects.filter(penilai=dialog.penilai_id, pegawai=dialog.pegawai_id)
    dulu = pasangan.filter(keadaan=KeadaanDialog.SELESAI, mulai_at__lt=dialog.mulai_at).exclude(pk=dialog.pk)
    rencana = SKP.objects.filter(
        Q(penilai=dialog.penilai_id) | Q(pegawai=pembaca),
        penempatan_id=dialog.penempatan_id,
        tahun=on.year,
        status__in=BERJALAN,
    )
    return {
        "hubungan": HubunganPenilai.objects.filter(
            penempatan_id=dialog.penempatan_id, penilai_id=dialog.penilai_id, selesai_on__isnull=True
        ).order_by("id"),
        "agenda": ButirAgenda.objects.filter(
            Q(dialog=dialog) | Q(dialog__in=dulu.order_by().values("pk"), dibahas_at__isnull=True)
        )
        .select_related("penulis")
        .order_by("id"),
        "undangan": UndanganDialog.objects.filter(dialog=dialog, penerima=pembaca)
        .exclude(keadaan=KeadaanUndangan.TIDAK_PERLU)
        .defer("nomor")
        .order_by("revisi"),
        "pribadi": CatatanPribadi.objects.filter(dialog=dialog, penulis=pembaca).order_by("id"),
        "kesepakatan": Kesepakatan.objects.filter(
            Q(dialog=dialog) | Q(pegawai=dialog.pegawai_id, keadaan=KeadaanKesepakatan.BERJALAN)
        )
        .select_related("pemilik")
        .order_by("batas_on", "id"),
        "sebelumnya": dulu.order_by("-mulai_at", "-id"),
        "skp": rencana.order_by("-mulai_on", "id"),
        "umpan_balik": UmpanBalik.objects.filter(skp__in=rencana.order_by().values("pk"))
        .select_related("rhk", "pemberi")
        .order_by("-given_at", "-id"),
        "periode": Periode.objects.filter(
            instansi_id=dialog.instansi_id, tahap=Tahap.DOKUMENTASI, mulai_on__lte=on, selesai_on__gte=on
        ).order_by("urutan"),
    }
