"""Objections as their pages show them, and what a result proposes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import F, Q

from kinerja.kebijakan.models import Tahap
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.metode.tanda_tindak_lanjut import Keadaan, KeadaanAspek, Kondisi, Tanda, aturan_dari_json, tanda
from kinerja.penilaian.models import Evaluasi
from kinerja.penilaian.queries.tenggat import DaftarKalender, Tenggat, tenggat
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.peraturan.predikat import Predikat, Rating
from kinerja.rekap.queries import nilai_belajar
from kinerja.tindak_lanjut.models import Keberatan, KeberatanQuerySet

if TYPE_CHECKING:
    from datetime import date

    from kinerja.akun.models import User


SUDAH_PASTI = (StatusEvaluasi.DITERIMA, StatusEvaluasi.DIPUTUS, StatusEvaluasi.FINAL)


@dataclass(frozen=True, kw_only=True)
class BarisKeberatan:
    keberatan: Keberatan
    jam: Tenggat | None  # None once it is decided
    peran: str


def daftar_keberatan(user: User) -> KeberatanQuerySet:
    """Open ones first, the most urgent on top; then those that were decided, the latest first."""
    daftar: KeberatanQuerySet = (
        Keberatan.objects.visible_to(user)
        .select_related("evaluasi__skp__pegawai", "evaluasi__skp__unit_kerja", "evaluasi__periode", "pemutus")
        .order_by(F("decided_at").desc(nulls_first=True), "batas_putusan_on", "id")
        .distinct()
    )
    return daftar


def baris_keberatan(daftar: Iterable[Keberatan], *, user: User, on: date) -> list[BarisKeberatan]:
    """One page of them, with the days left and whose turn it is."""
    kalender = DaftarKalender()
    return [
        BarisKeberatan(keberatan=k, jam=jam_putusan(k, on=on, kalender=kalender), peran=peran(user, k))
        for k in daftar
    ]


def jam_putusan(keberatan: Keberatan, *, on: date, kalender: DaftarKalender) -> Tenggat | None:
    if keberatan.putusan:
        return None
    hari = kalender.untuk(keberatan.evaluasi.skp.unit_kerja, tahun=on.year)
    return tenggat("Batas putusan", keberatan.batas_putusan_on, on=on, kalender=hari)


def peran(user: User, keberatan: Keberatan) -> str:
    """How this person stands to the objection."""
    pegawai = lingkup(user).pegawai
    nomor = pegawai.pk if pegawai else None
    evaluasi = keberatan.evaluasi
    if nomor == evaluasi.skp.pegawai_id:
        return "Keberatan Anda"
    if nomor == keberatan.pemutus_id:
        return "Menunggu putusan Anda" if not keberatan.putusan else "Anda yang memutus"
    if nomor == evaluasi.penilai_id:
        belum = not keberatan.penjelasan_penilai and not keberatan.putusan
        return "Menunggu penjelasan Anda" if belum else "Anda penilainya"
    return ""


def keberatan_menunggu(user: User) -> list[Keberatan]:
    """What this person has to explain or to decide now, for the list of what he owes."""
    pegawai = lingkup(user).pegawai
    if pegawai is None:
        return []
    giliran = Q(pemutus=pegawai) | Q(evaluasi__penilai=pegawai, penjelasan_penilai="")
    return list(
        Keberatan.objects.filter(giliran, putusan="")
        .select_related("evaluasi__skp__pegawai", "evaluasi__periode")
        .order_by("batas_putusan_on", "id")
    )


def usulan_tindak_lanjut(evaluasi: Evaluasi) -> tuple[Tanda, ...]:
    """What the policy's rules propose after this result; people decide, and nothing happens by itself."""
    aturan = aturan_dari_json(evaluasi.kebijakan.aturan_tindak_lanjut) if evaluasi.kebijakan else ()
    if not aturan or not evaluasi.predikat:
        return ()
    butuh = {satu.kondisi for satu in aturan}
    keadaan = Keadaan(
        tahun=evaluasi.periode.tahun,
        predikat=Predikat(evaluasi.predikat),
        daftar_aspek=tuple(_aspect(satu) for satu in evaluasi.jejak_hitung.get("daftar_perilaku", [])),
        riwayat=_annual(evaluasi) if Kondisi.PREDIKAT_BERTURUT in butuh else {},
        capaian_jp=_hours(evaluasi) if Kondisi.CAPAIAN_JP_KURANG in butuh else None,
    )
    return tanda(keadaan, daftar_aturan=aturan)


def _aspect(jejak: dict[str, Any]) -> KeadaanAspek:
    gabungan = jejak.get("gabungan") or jejak["rating"]
    return KeadaanAspek(
        kode=jejak["nilai"],
        label=jejak["label"],
        mikro=(jejak.get("skor") or {}).get("mikro"),
        rating=Rating(gabungan) if gabungan else None,
    )


def _annual(evaluasi: Evaluasi) -> dict[int, Predikat]:
    """Annual results up to this one, this one included as it stands."""
    daftar = Evaluasi.objects.filter(
        skp__pegawai_id=evaluasi.skp.pegawai_id,
        periode__tahap=Tahap.TAHUNAN,
        periode__tahun__lte=evaluasi.periode.tahun,
        status__in=SUDAH_PASTI,
    ).exclude(predikat="")
    riwayat = {
        tahun: Predikat(kode)
        for tahun, kode in daftar.order_by("periode__tahun", "id").values_list("periode__tahun", "predikat")
    }
    if evaluasi.periode.tahap == Tahap.TAHUNAN:
        riwayat[evaluasi.periode.tahun] = Predikat(evaluasi.predikat)
    return riwayat


def _hours(evaluasi: Evaluasi) -> int | None:
    nomor = evaluasi.skp.pegawai_id
    jam = nilai_belajar([nomor], evaluasi.periode.tahun).get(nomor)
    return None if jam is None else int(jam)
