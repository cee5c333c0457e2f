"""The evidence drawer of one person: what the rating rests on, and what the meeting says of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kinerja.kalibrasi.models import Tanda, Usulan
from kinerja.kalibrasi.queries.papan import Papan
from kinerja.pelaksanaan.models import Nada
from kinerja.penilaian.queries.lembar import evaluasi_sebelumnya
from kinerja.penilaian.queries.mengapa import Mengapa, PerubahanKalibrasi, mengapa
from kinerja.statistik.queries.acuan import Acuan, acuan_untuk

if TYPE_CHECKING:
    from kinerja.akun.models import User
    from kinerja.kalibrasi.models import Sidang
    from kinerja.penilaian.models import Evaluasi

SEBELUMNYA = 4


@dataclass(frozen=True, kw_only=True)
class Bukti:
    evaluasi: Evaluasi
    mengapa: Mengapa
    daftar_tanda: list[Tanda]
    daftar_usulan: list[Usulan]
    sebelumnya: list[Evaluasi]
    acuan: Acuan | None = None  # advice of the statistics, where crossed raters allow any

    @property
    def jejak(self) -> dict[str, Any]:
        """Only of a finished rating: a draft is nobody's decision."""
        return self.mengapa.jejak if self.evaluasi.predikat else {}

    @property
    def daftar_hasil(self) -> list[dict[str, Any]]:
        return self.mengapa.daftar_hasil if self.jejak else []

    @property
    def daftar_perilaku(self) -> list[dict[str, Any]]:
        daftar: list[dict[str, Any]] = self.jejak.get("daftar_perilaku", [])
        return daftar

    @property
    def umpan_balik(self) -> list[tuple[str, int]]:
        """Feedback of the period by tone: numbers, never who wrote what."""
        semua = [*self.daftar_hasil, *self.daftar_perilaku]
        nada = Counter(satu["nada"] for isi in semua for satu in isi["diterima"])
        return [(satu.label, nada[satu.label]) for satu in Nada if nada[satu.label]]

    @property
    def daftar_perubahan(self) -> list[PerubahanKalibrasi]:
        return self.mengapa.daftar_perubahan


def bukti(sidang: Sidang, evaluasi: Evaluasi, *, user: User) -> Bukti:
    tanda = Tanda.objects.visible_to(user).filter(sidang=sidang, evaluasi=evaluasi)
    usulan = Usulan.objects.visible_to(user).filter(sidang=sidang, evaluasi=evaluasi)
    return Bukti(
        evaluasi=evaluasi,
        mengapa=mengapa(evaluasi, user=user),
        daftar_tanda=list(tanda.select_related("peserta__pegawai").order_by("peserta__pegawai__nama", "id")),
        daftar_usulan=list(usulan.select_related("pengusul__pegawai", "answered_by").order_by("-id")),
        sebelumnya=list(evaluasi_sebelumnya(evaluasi)[:SEBELUMNYA]),
        acuan=acuan_untuk([evaluasi.skp], evaluasi.periode).get(evaluasi.skp_id),
    )


def next_unmarked(papan: Papan, after: int) -> int | None:
    """The next person by name without my mark, round once through the list."""
    daftar = [b.evaluasi_id for b in papan.semua]
    mulai = daftar.index(after) + 1 if after in daftar else 0
    belum = set(papan.menunggu_tanda)
    return next((nomor for nomor in daftar[mulai:] + daftar[:mulai] if nomor in belum), None)
