"""Who is to hear of lines of the trail, and in which words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any

from django.apps import apps

from kinerja.jejak.models import Catatan
from kinerja.kebijakan.models import Periode, Tahap
from kinerja.kepegawaian.models import Pegawai
from kinerja.notifikasi.actions import Kabar
from kinerja.pengingat.istilah import PER_TINDAKAN, Peta
from kinerja.perencanaan.models import SKP

# Read after a long silence, as from a restored copy, it is history and no news.
USANG = timedelta(days=30)
DARI_RINCIAN = "kepada"  # the number of a person, or several, in the event itself


def kabar_dari(daftar: Iterable[Catatan], *, at: datetime) -> list[Kabar]:
    """One query for each kind of event among the lines, however many there are. Nobody hears of what he did himself."""
    per_peta: dict[int, tuple[Peta, list[Catatan]]] = {}
    kabar: list[Kabar] = []
    for catatan in daftar:
        if catatan.at < at - USANG:
            continue
        if catatan.tindakan == "periode.buka":
            kabar += _opened(catatan)
        for peta in PER_TINDAKAN.get(catatan.tindakan, ()):
            if peta.objek == catatan.objek_jenis:
                per_peta.setdefault(id(peta), (peta, []))[1].append(catatan)
    for peta, baris in per_peta.values():
        kabar += _of_kind(peta, baris)
    return kabar


def _of_kind(peta: Peta, daftar: list[Catatan]) -> Iterator[Kabar]:
    model = apps.get_model(peta.objek)
    medan = [nama for nama in (*peta.daftar_medan, *peta.kepada) if nama != DARI_RINCIAN]
    objek = model._base_manager.filter(pk__in={catatan.objek_id for catatan in daftar}, **peta.syarat)
    per_objek: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for nilai in objek.order_by("pk").values(*dict.fromkeys(("pk", *medan))):
        per_objek[str(nilai["pk"])].append(nilai)
    akun = _accounts(daftar) if DARI_RINCIAN in peta.kepada else {}
    for catatan in daftar:
        for nilai in per_objek[catatan.objek_id]:
            penerima = {nilai[jalur] for jalur in peta.kepada if jalur != DARI_RINCIAN}
            penerima |= akun.get(catatan.pk, set())
            for user_id in penerima - {catatan.pelaku_id}:
                if user_id is not None:
                    yield _message(peta, catatan, nilai, user_id)


def _message(peta: Peta, catatan: Catatan, nilai: dict[str, Any], user_id: int) -> Kabar:
    return Kabar(
        user_id=user_id,
        jenis=peta.jenis,
        judul=peta.judul.format(**nilai),
        isi=peta.isi.format(**nilai),
        tautan=peta.tautan.format(**nilai),
        kunci=peta.kunci.format(**nilai) or f"jejak:{catatan.pk}:{peta.jenis}",
        at=catatan.at,
    )


def _accounts(daftar: list[Catatan]) -> dict[int, set[int | None]]:
    nomor = {catatan.pk: _numbers(catatan.rincian.get(DARI_RINCIAN)) for catatan in daftar}
    milik = Pegawai.objects.filter(pk__in={satu for isi in nomor.values() for satu in isi})
    akun = dict(milik.order_by("pk").values_list("pk", "user_id"))
    return {catatan: {akun.get(satu) for satu in isi} for catatan, isi in nomor.items()}


def _numbers(kepada: object) -> list[int]:
    """One person or several."""
    daftar = kepada if isinstance(kepada, list) else [kepada]
    return [satu for satu in daftar if isinstance(satu, int)]


def _opened(catatan: Catatan) -> Iterator[Kabar]:
    """To everybody with a plan in that year. A month that is only documented opens quietly."""
    periode = Periode.objects.filter(pk=catatan.objek_id).exclude(tahap=Tahap.DOKUMENTASI).first()
    if periode is None:
        return
    milik = SKP.objects.filter(instansi_id=periode.instansi_id, tahun=periode.tahun, closed_on=None)
    daftar = milik.order_by().values_list("pegawai__user", flat=True).distinct()
    for user_id in daftar:
        if user_id and user_id != catatan.pelaku_id:
            yield Kabar(
                user_id=user_id,
                jenis="periode",
                judul=f"Masa evaluasi {periode.nama} dibuka",
                isi="Lengkapi realisasi dan bukti Anda sebelum penilai mulai menilai.",
                tautan="/pelaksanaan/realisasi/",
                kunci=f"periode.buka:{periode.pk}",
                at=catatan.at,
            )
