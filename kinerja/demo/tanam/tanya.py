"""Whom the cast may ask, what it asked, and the answers that became everybody's, through the real actions."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from kinerja.akun.models import User
from kinerja.demo.baca import find_pemeran
from kinerja.demo.baca.berkas import FOLDER_ISI, read_yaml
from kinerja.demo.tanam.dunia import Dunia
from kinerja.demo.tanam.kalender import admin_of
from kinerja.kepegawaian.models import Pegawai, UnitKerja
from kinerja.tanya import actions
from kinerja.tanya.models import Pertanyaan


def plant_tanya(dunia: Dunia) -> None:
    isi = read_yaml(FOLDER_ISI / "tanya.yaml")
    for satu in isi["penggerak"]:
        _appoint(dunia, **satu)
    for satu in isi["pertanyaan"]:
        _ask(dunia, satu)
    for pertanyaan in Pertanyaan.objects.order_by("id"):
        actions.raise_tanya(pertanyaan, at=dunia.at)


def _appoint(
    dunia: Dunia, *, pegawai: str, unit: str, hari: int, alasan: str = "", berakhir: int | None = None
) -> None:
    orang = Pegawai.objects.get(nip=find_pemeran(pegawai).nip)
    isian = actions.IsianPenggerak(
        pegawai=orang,
        unit=UnitKerja.objects.get(instansi=orang.instansi_id, kode=unit),
        mulai_on=dunia.on - timedelta(days=hari),
        alasan=alasan,
    )
    admin = admin_of(orang.instansi)
    penggerak = actions.appoint_penggerak(isian=isian, by=admin, at=_ago(dunia, hari))
    if berakhir is not None:
        actions.end_penggerak(penggerak, by=admin, at=_ago(dunia, berakhir))


def _ask(dunia: Dunia, isi: dict[str, Any]) -> None:
    hari, dari = isi["hari"], _user(isi["penanya"])
    kemarin = _ago(dunia, hari - 1)
    pertanyaan = actions.ask_tanya(teks=isi["teks"], tentang=isi["tentang"], by=dari, at=_ago(dunia, hari))
    if "penjawab" not in isi:
        return
    oleh = _user(isi["penjawab"])
    pertanyaan = actions.answer_tanya(pertanyaan, teks=isi["jawaban"], dilihat=0, by=oleh, at=kemarin)
    if "lagi" in isi:
        actions.ask_again(pertanyaan, teks=isi["lagi"], by=dari, at=_ago(dunia, hari - 2))
    if isi.get("jelas"):
        actions.settle_tanya(pertanyaan, by=dari, at=kemarin + timedelta(hours=2))
    if "faq" in isi:
        _publish(dunia, pertanyaan, isi["faq"], by=oleh, hari=hari - 2)


def _publish(dunia: Dunia, pertanyaan: Pertanyaan, faq: dict[str, Any], *, by: User, hari: int) -> None:
    usulan = faq.pop("usulan", False)
    isian = actions.IsianFAQ(**faq)
    usul = actions.propose_faq(pertanyaan, isian=isian, by=by, at=_ago(dunia, hari))
    if not usulan:
        actions.publish_faq(usul, by=admin_of(pertanyaan.instansi), at=_ago(dunia, hari - 1))


def _ago(dunia: Dunia, hari: int) -> datetime:
    return dunia.at - timedelta(days=hari)


def _user(slug: str) -> User:
    return User.objects.get(nip=find_pemeran(slug).nip)
