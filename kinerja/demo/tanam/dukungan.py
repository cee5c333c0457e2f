"""Help that the cast asked for, and what the plans promised, through the real actions."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from kinerja.akun.models import User
from kinerja.demo.baca import find_pemeran
from kinerja.demo.baca.berkas import FOLDER_ISI, read_yaml
from kinerja.demo.tanam.dunia import Dunia
from kinerja.dukungan import actions
from kinerja.dukungan.istilah import Jawaban, JenisDukungan
from kinerja.dukungan.models import PermintaanDukungan
from kinerja.pelaksanaan.permissions import BERJALAN
from kinerja.peraturan.skp import JenisLampiran
from kinerja.perencanaan.models import IndikatorKinerja, LampiranSKP


@dataclass(frozen=True, kw_only=True)
class _Permintaan:
    pegawai: str
    hari: int
    jenis: str
    uraian: str
    butuh: int
    jawaban: tuple[str, str] | None = None
    tersedia: int = 0
    hasil_ke: int = 0
    diterima: bool = field(default=False)


def plant_dukungan(dunia: Dunia) -> None:
    for isi in read_yaml(FOLDER_ISI / "dukungan.yaml"):
        _plant(_Permintaan(**isi), dunia)
    for permintaan in PermintaanDukungan.objects.order_by("id"):
        actions.raise_dukungan(permintaan, at=dunia.at)
    _tick(dunia)


def _plant(isi: _Permintaan, dunia: Dunia) -> None:
    diminta_at = dunia.at - timedelta(days=isi.hari)
    diminta_on = dunia.on - timedelta(days=isi.hari)
    try:
        permintaan = actions.ask_dukungan(
            isian=actions.IsianDukungan(
                jenis=JenisDukungan(isi.jenis),
                uraian=isi.uraian,
                diinginkan_on=max(dunia.on + timedelta(days=isi.butuh), diminta_on),
                indikator=_indicator(isi, dunia),
            ),
            by=_user(isi.pegawai),
            at=diminta_at,
        )
    except actions.CannotSupport:
        return  # who came to his post only today has no penilai at that time
    if isi.jawaban is None:
        return
    jawaban, keterangan = isi.jawaban
    dijawab_at = diminta_at + timedelta(days=min(isi.hari, 2))
    isian = actions.IsianJawaban(
        jawaban=Jawaban(jawaban),
        keterangan=keterangan,
        tersedia_on=max(dunia.on + timedelta(days=isi.tersedia), diminta_on + timedelta(days=3)),
    )
    penilai = permintaan.penjawab.user
    assert penilai is not None
    permintaan = actions.answer_dukungan(permintaan, isian=isian, by=penilai, at=dijawab_at)
    if isi.diterima:
        actions.receive_dukungan(permintaan, by=_user(isi.pegawai), at=_between(dijawab_at, dunia.at))


def _indicator(isi: _Permintaan, dunia: Dunia) -> IndikatorKinerja | None:
    if not isi.hasil_ke:
        return None
    daftar = IndikatorKinerja.objects.filter(
        rhk__skp__pegawai__nip=find_pemeran(isi.pegawai).nip,
        rhk__skp__tahun=dunia.on.year,
        rhk__skp__status__in=BERJALAN,
    ).select_related("rhk__skp__penempatan__unit_kerja")
    return daftar.order_by("rhk__urutan", "urutan", "id").first()


def _tick(dunia: Dunia) -> None:
    """Pak Budi got the first thing that his plan promised."""
    daftar = LampiranSKP.objects.filter(
        skp__pegawai__nip=find_pemeran("pak-budi").nip,
        skp__tahun=dunia.on.year,
        skp__status__in=BERJALAN,
        jenis=JenisLampiran.DUKUNGAN_SUMBER_DAYA,
    )
    for lampiran in daftar.select_related("skp").order_by("urutan", "id")[:1]:
        hari = dunia.on - timedelta(days=10)
        actions.receive_janji(
            lampiran, diterima_on=hari, by=_user("pak-budi"), at=dunia.at - timedelta(days=9)
        )
        actions.note_janji(
            lampiran,
            catatan="Sisanya menyusul triwulan depan.",
            by=_user("bu-sari"),
            at=dunia.at - timedelta(days=8),
        )


def _between(awal: datetime, akhir: datetime) -> datetime:
    return min(awal + timedelta(days=6), akhir)


def _user(slug: str) -> User:
    return User.objects.get(nip=find_pemeran(slug).nip)
