"""Talks of the cast, held and to be held, through the real actions."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from kinerja.akun.models import User
from kinerja.demo.baca import find_pemeran
from kinerja.demo.baca.berkas import FOLDER_ISI, read_yaml
from kinerja.demo.tanam.dunia import Dunia
from kinerja.dialog import actions
from kinerja.dialog.istilah import CaraDialog, Pihak
from kinerja.dialog.models import DialogKinerja
from kinerja.kepegawaian.models import HubunganPenilai, Pegawai


@dataclass(frozen=True, kw_only=True)
class _Dialog:
    penilai: str
    pegawai: str
    hari: int
    tempat: str
    pengusul: str
    jam: int = 9
    cara: str = CaraDialog.TATAP_MUKA.value
    keadaan: str = "selesai"
    pesan: str = ""
    catatan: str = ""
    agenda: list[tuple[str, str, bool]] = field(default_factory=list)
    pribadi: dict[str, str] = field(default_factory=dict)
    kesepakatan: list[list[str]] = field(default_factory=list)


def plant_dialog(dunia: Dunia) -> None:
    for isi in read_yaml(FOLDER_ISI / "dialog.yaml"):
        _plant(_Dialog(**isi), dunia)


def _plant(isi: _Dialog, dunia: Dunia) -> None:
    hubungan = (
        HubunganPenilai.objects.filter(
            penilai__nip=find_pemeran(isi.penilai).nip,
            penempatan__pegawai__nip=find_pemeran(isi.pegawai).nip,
            selesai_on__isnull=True,
        )
        .select_related("penempatan__pegawai__instansi")
        .order_by("-mulai_on", "id")
        .first()
    )
    mulai = _hour(isi, dunia)
    diusulkan_at = min(mulai, dunia.at) - timedelta(days=4)
    if hubungan is None or hubungan.mulai_on > diusulkan_at.date():
        return  # early in January of the demo's first year nobody has talked yet
    dialog = actions.propose_dialog(
        hubungan,
        isian=actions.IsianJadwal(
            mulai_at=mulai, tempat=isi.tempat, cara=CaraDialog(isi.cara), pesan=isi.pesan, durasi_menit=45
        ),
        by=_user(isi.pengusul),
        at=diusulkan_at,
    )
    _fill_agenda(dialog, isi, at=diusulkan_at + timedelta(hours=1))
    if isi.keadaan != "diusulkan":
        lawan = isi.pegawai if isi.pengusul == isi.penilai else isi.penilai
        dialog = actions.accept_dialog(
            dialog, revisi=0, by=_user(lawan), at=diusulkan_at + timedelta(hours=5)
        )
    if isi.keadaan == "selesai":
        _hold(dialog, isi, on=dunia.on, at=mulai + timedelta(minutes=50))


def _hour(isi: _Dialog, dunia: Dunia) -> datetime:
    """What was held moves back to a weekday, what will be moves on to one."""
    hari = dunia.on + timedelta(days=isi.hari)
    while hari.weekday() > 4:
        hari += timedelta(days=1 if isi.hari > 0 else -1)
    zona = (
        Pegawai.objects.select_related("instansi").get(nip=find_pemeran(isi.penilai).nip).instansi.zona_waktu
    )
    return datetime.combine(hari, time(isi.jam), ZoneInfo(zona)).astimezone(UTC)


def _fill_agenda(dialog: DialogKinerja, isi: _Dialog, *, at: datetime) -> None:
    for slug, teks, _ in isi.agenda:
        actions.add_butir(dialog, teks=teks, by=_user(slug), at=at)


def _hold(dialog: DialogKinerja, isi: _Dialog, *, on: date, at: datetime) -> None:
    penilai = _user(isi.penilai)
    for butir, (_, _, dibahas) in zip(dialog.daftar_agenda.order_by("id"), isi.agenda, strict=True):
        if dibahas:
            actions.tick_butir(butir, dibahas=True, by=penilai, at=at)
    actions.save_catatan(dialog, teks=isi.catatan, revisi=0, by=penilai, at=at)
    for slug, teks in isi.pribadi.items():
        actions.save_catatan_pribadi(dialog, teks=teks, by=_user(slug), at=at)
    for pemilik, teks, hari, keadaan, *alasan in isi.kesepakatan:
        batas_on = max(on + timedelta(days=int(hari)), at.date() + timedelta(days=1))
        isian = actions.IsianKesepakatan(teks=teks, pemilik=Pihak(pemilik), batas_on=batas_on)
        kesepakatan = actions.add_kesepakatan(dialog, isian=isian, by=penilai, at=at)
        if keadaan == "selesai":
            actions.complete_kesepakatan(kesepakatan, by=_user(isi.pegawai), at=at + timedelta(days=10))
        elif keadaan == "dilepas":
            actions.drop_kesepakatan(kesepakatan, alasan=alasan[0], by=penilai, at=at + timedelta(days=7))
    actions.complete_dialog(dialog, revisi=dialog.revisi, by=penilai, at=at)


def _user(slug: str) -> User:
    return User.objects.get(nip=find_pemeran(slug).nip)
