"""The trail of the planted year: an event for every step, in the order of time, and sealed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any

from django.db import models

from kinerja.akun.models import User
from kinerja.demo.tanam.dunia import Susunan
from kinerja.demo.tanam.sisip import insert_many
from kinerja.jejak.actions import seal, sidik_dari
from kinerja.jejak.models import Catatan
from kinerja.kepegawaian.models import Pegawai
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.keberatan import keberatan_terbuka
from kinerja.peraturan.kewenangan import KeadaanPenilai, kewenangan_evaluasi
from kinerja.peraturan.predikat import predikat_kinerja
from kinerja.peraturan.rujukan import Rujukan
from kinerja.perencanaan.models import SKP, VersiSKP

_PENYERAHAN = Rujukan("PermenPANRB 6/2022", "Lampiran Bab V huruf A dan B", 114)
_Langkah = tuple[str, datetime | None, Pegawai | None, dict[str, Any], Rujukan]


def plant_jejak(daftar: list[Susunan], daftar_evaluasi: list[Evaluasi]) -> None:
    semua: list[Catatan] = [*_of_plans(daftar), *_of_evaluations(daftar_evaluasi)]
    semua.sort(key=lambda catatan: catatan.at)
    insert_many(Catatan, semua)


def seal_all(*, at: datetime) -> None:
    while seal(at=at):
        pass


def _of_plans(daftar: list[Susunan]) -> Iterator[Catatan]:
    versi = VersiSKP.objects.filter(skp__in=[s.skp.pk for s in daftar if s.skp.versi > 1]).order_by("nomor")
    berubah: dict[int, list[VersiSKP]] = defaultdict(list)
    for satu in versi:
        berubah[satu.skp_id].append(satu)
    for susunan in daftar:
        skp = susunan.skp
        if skp.submitted_at:
            yield _catatan("skp.submit", skp, skp.instansi_id, skp.pegawai, skp.submitted_at)
        if skp.pk in berubah:
            yield from _of_versions(skp, berubah[skp.pk])
        elif skp.approved_at:
            rincian = {"versi": 1, "rhk_terhubung": 0}
            yield _catatan("skp.approve", skp, skp.instansi_id, skp.penilai, skp.approved_at, rincian)


def _of_versions(skp: SKP, daftar: list[VersiSKP]) -> Iterator[Catatan]:
    """A plan that was changed: opened and handed in again on the two days before the new version was set."""
    for satu in daftar:
        if satu.nomor > 1:
            dibuka, diajukan = (satu.ditetapkan_at - timedelta(days=hari) for hari in (2, 1))
            rincian: dict[str, Any] = {"alasan": satu.alasan}
            yield _catatan("skp.change", skp, skp.instansi_id, skp.pegawai, dibuka, rincian)
            yield _catatan("skp.submit", skp, skp.instansi_id, skp.pegawai, diajukan)
        rincian = {"versi": satu.nomor, "rhk_terhubung": 0}
        yield _catatan("skp.approve", skp, skp.instansi_id, skp.penilai, satu.ditetapkan_at, rincian)


def _of_evaluations(daftar: Iterable[Evaluasi]) -> Iterator[Catatan]:
    for e in daftar:
        pejabat = e.atasan_penilai if e.oleh_atasan else e.penilai
        nilai = {
            "rating_hasil": e.rating_hasil,
            "rating_perilaku": e.rating_perilaku,
            "saran_hasil": e.saran_hasil,
            "saran_perilaku": e.saran_perilaku,
            "predikat": e.predikat,
        }
        ditetapkan = {"predikat": e.predikat, "oleh_atasan": e.oleh_atasan}
        alur = _PENYERAHAN
        langkah: tuple[_Langkah, ...] = (
            ("evaluasi.nilai", e.dinilai_at, pejabat, nilai, predikat_kinerja.rujukan[0]),
            ("evaluasi.tetapkan", e.ditetapkan_at, pejabat, ditetapkan, alur),
            ("evaluasi.serahkan", e.diserahkan_at, pejabat, {}, alur),
            ("evaluasi.terima", e.diterima_at, e.skp.pegawai, {}, alur),
            ("evaluasi.final", e.final_at, None, {}, keberatan_terbuka.rujukan[-1]),
        )
        if e.oleh_atasan and e.dinilai_at:
            yield _taken_over(e, at=e.dinilai_at - timedelta(hours=1))
        for tindakan, at, oleh, rincian, dasar in langkah:
            if at:
                yield _catatan(tindakan, e, e.instansi_id, oleh, at, rincian, str(dasar))


def _taken_over(e: Evaluasi, *, at: datetime) -> Catatan:
    kewenangan = kewenangan_evaluasi(keadaan_penilai=KeadaanPenilai.MELEWATI_BATAS)
    rincian = {"formulir": kewenangan.formulir, "penilai": e.penilai.nama}
    dasar = str(kewenangan_evaluasi.rujukan[0])
    return _catatan("evaluasi.ambil_alih", e, e.instansi_id, e.atasan_penilai, at, rincian, dasar)


def _catatan(
    tindakan: str,
    objek: models.Model,
    instansi_id: int,
    oleh: Pegawai | None,
    at: datetime,
    rincian: dict[str, Any] | None = None,
    dasar: str = "",
) -> Catatan:
    pelaku: User | None = oleh.user if oleh else None
    catatan = Catatan(
        at=at,
        pelaku=pelaku,
        tindakan=tindakan,
        objek_jenis=objek._meta.label_lower,
        objek_id=str(objek.pk),
        instansi_id=instansi_id,
        rincian=rincian or {},
        dasar=dasar,
    )
    catatan.sidik = sidik_dari(catatan.isi())
    return catatan
