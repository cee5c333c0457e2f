"""Events before and after today, and a plan that is under way, through the real actions."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from kinerja.acara import actions
from kinerja.acara.actions.susun import UNDANG
from kinerja.acara.istilah import JawabanAcara, JenisAcara, KeadaanLangkah
from kinerja.acara.models import Acara, LangkahSosialisasi, MateriAcara
from kinerja.akun.models import User
from kinerja.demo.baca import find_pemeran
from kinerja.demo.baca.berkas import FOLDER_ISI, read_yaml
from kinerja.demo.tanam.dunia import Dunia
from kinerja.kepegawaian.models import Pegawai, UnitKerja
from kinerja.pekerjaan.models import Pekerjaan

_DIRENCANAKAN = timedelta(days=16)
_MULAI_RENCANA = timedelta(days=140)  # days before today on which the plan began
_BELUM_SELESAI = 2  # steps that are late: somebody has to see them
_CATATAN_SELESAI = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class _Acara:
    oleh: str
    judul: str
    jenis: str
    hari: int
    jam: tuple[int, int]
    unit: list[str]
    tempat: str = ""
    tautan: str = ""
    pembicara: str = ""
    uraian: str = ""
    kursi: int | None = None
    panduan: list[str] = field(default_factory=list)
    jawaban: list[str] = field(default_factory=list)
    hadir: list[str] = field(default_factory=list)
    paham: list[str] = field(default_factory=list)
    ringkasan: str = ""
    batal: str = ""


def plant_acara(dunia: Dunia) -> None:
    for isi in read_yaml(FOLDER_ISI / "acara.yaml"):
        _plant(_Acara(**isi), dunia)
    _plan(dunia)
    # Everybody was told long ago: nobody opens the demo to a flood of letters.
    Pekerjaan.objects.filter(jenis=UNDANG).delete()


def _plant(isi: _Acara, dunia: Dunia) -> None:
    admin, on = _user(isi.oleh), _workday(dunia.on + timedelta(days=isi.hari))
    instansi = Pegawai.objects.select_related("instansi").get(user=admin).instansi
    mulai, selesai = (datetime.combine(on, time(jam), ZoneInfo(instansi.zona_waktu)) for jam in isi.jam)
    dibuat_at = min(dunia.at, mulai) - _DIRENCANAKAN
    isian = actions.IsianAcara(
        judul=isi.judul,
        jenis=JenisAcara(isi.jenis),
        mulai_at=mulai,
        selesai_at=selesai,
        daftar_unit=tuple(UnitKerja.objects.filter(instansi=instansi, kode__in=isi.unit).order_by("id")),
        tempat=isi.tempat,
        tautan=isi.tautan,
        uraian=isi.uraian,
        pembicara=isi.pembicara,
        kursi=isi.kursi,
        daftar_materi=tuple(actions.IsianMateri(judul=f"Panduan {k}", panduan=k) for k in isi.panduan),
    )
    acara = actions.plan_acara(instansi, isian, by=admin, at=dibuat_at)
    for urutan, slug in enumerate(isi.jawaban, start=1):
        jawab_at = dibuat_at + timedelta(days=2, minutes=urutan)
        actions.answer_acara(acara, jawaban=JawabanAcara.HADIR, by=_user(slug), at=jawab_at)
    if isi.batal:
        actions.cancel_acara(acara, alasan=isi.batal, by=admin, at=dibuat_at + timedelta(days=5))
    if isi.hadir:
        _attend(acara, isi, admin)


def _attend(acara: Acara, isi: _Acara, admin: User) -> None:
    nomor = [find_pemeran(slug).nip for slug in isi.hadir]
    hadir = list(Pegawai.objects.filter(nip__in=nomor).order_by("id").values_list("pk", flat=True))
    at = acara.mulai_at + timedelta(minutes=20)
    actions.save_attendance(acara, daftar_tampil=hadir, daftar_hadir=hadir, by=admin, at=at)
    for materi in MateriAcara.objects.filter(acara=acara).order_by("id"):
        for slug in isi.paham:
            actions.understand_materi(materi, by=_user(slug), at=acara.selesai_at)
    actions.conclude_acara(acara, ringkasan=isi.ringkasan, by=admin, at=acara.selesai_at)


def _plan(dunia: Dunia) -> None:
    """What was due is done, but for the last two; one step is an event that took place."""
    admin = _user("pak-anton")
    instansi = Pegawai.objects.select_related("instansi").get(user=admin).instansi
    mulai_on = dunia.on - _MULAI_RENCANA
    rencana = actions.start_rencana(
        instansi, mulai_on=mulai_on, by=admin, at=dunia.at - _MULAI_RENCANA - _CATATAN_SELESAI
    )
    daftar = list(
        LangkahSosialisasi.objects.filter(rencana=rencana)
        .select_related("rencana__instansi", "unit_kerja", "penanggung", "acara")
        .order_by("batas_on", "id")
    )
    lewat = [langkah for langkah in daftar if langkah.batas_on < dunia.on]
    for langkah in lewat[:-_BELUM_SELESAI]:
        at = datetime.combine(langkah.batas_on, time(9), ZoneInfo(instansi.zona_waktu))
        keadaan = KeadaanLangkah.SELESAI
        actions.mark_langkah(langkah, keadaan=keadaan, by=admin, at=min(at - _CATATAN_SELESAI, dunia.at))
    _link(daftar, dunia, admin)


def _link(daftar: list[LangkahSosialisasi], dunia: Dunia, admin: User) -> None:
    acara = Acara.objects.get(
        instansi_id=daftar[0].rencana.instansi_id, judul="Klinik pengisian: menutup triwulan IV"
    )
    langkah = next(satu for satu in daftar if satu.batas_on >= dunia.on)
    isian = actions.IsianLangkah(
        judul=langkah.judul,
        untuk=langkah.untuk,
        batas_on=langkah.batas_on,
        penanggung=Pegawai.objects.get(nip=find_pemeran("bu-lenny").nip),
        acara=acara,
        catatan=langkah.catatan,
    )
    actions.save_langkah(
        langkah.rencana, isian, langkah=langkah, versi=langkah.versi, by=admin, at=dunia.at - _CATATAN_SELESAI
    )


def _workday(on: date) -> date:
    return on + timedelta(days=7 - on.weekday()) if on.weekday() > 4 else on


def _user(slug: str) -> User:
    return User.objects.get(nip=find_pemeran(slug).nip)
