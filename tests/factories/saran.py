"""The suggestion of one evaluation by the way of the form: what the way of many is held against."""

from __future__ import annotations

from typing import Any

from kinerja.penilaian.actions.isian import IsianPenilaian, NilaiHasil, NilaiPerilaku
from kinerja.penilaian.models import Evaluasi
from kinerja.penilaian.queries.bahan import bahan_evaluasi
from kinerja.penilaian.queries.masukan import masukan_dari
from kinerja.penilaian.queries.timbangan import timbang
from kinerja.peraturan.predikat import Rating


def satu_per_satu(evaluasi_id: int) -> tuple[str, str, str, dict[str, Any]]:
    """Hasil, perilaku, predikat, and the numbers behind them, from the draft as it is stored."""
    evaluasi = Evaluasi.objects.select_related("periode__instansi", "skp", "kebijakan").get(pk=evaluasi_id)
    isian = tersimpan(evaluasi)
    bahan = bahan_evaluasi(evaluasi, on=evaluasi.periode.jendela_selesai_on)
    timbangan = timbang(bahan, isian)
    return (
        timbangan.hasil.rating or "",
        timbangan.perilaku.rating or "",
        timbangan.saran_predikat(gagal_studi=isian.gagal_studi) or "",
        masukan_dari(bahan, isian=isian, timbangan=timbangan),
    )


def tersimpan(evaluasi: Evaluasi) -> IsianPenilaian:
    return IsianPenilaian(
        revisi=evaluasi.revisi,
        daftar_hasil={
            satu.rhk_id: NilaiHasil(rating=_rating(satu.rating))
            for satu in evaluasi.daftar_hasil.order_by("id")
        },
        daftar_perilaku={
            satu.aspek: NilaiPerilaku(rating=_rating(satu.rating))
            for satu in evaluasi.daftar_perilaku.order_by("id")
        },
        gagal_studi=evaluasi.gagal_studi,
    )


def _rating(kode: str) -> Rating | None:
    return Rating(kode) if kode else None
