"""A clinic of the health office of Pekanbaru a week ahead, and the plan that it belongs to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from kinerja.acara import actions
from kinerja.acara.istilah import JenisAcara
from kinerja.acara.models import Acara, LangkahSosialisasi, RencanaSosialisasi
from kinerja.akun.models import User
from kinerja.kepegawaian.models import Pegawai, UnitKerja
from tests.conftest import SEKARANG

Orang = Callable[[str], Pegawai]
MULAI = datetime(2026, 3, 9, 2, 0, tzinfo=SEKARANG.tzinfo)
SELESAI = MULAI + timedelta(hours=2)
PANDUAN = actions.IsianMateri(judul="Panduan pegawai", panduan="pegawai")
ALAMAT_MATERI = "https://contoh.go.id/tanya-jawab"


def user_of(pegawai: Pegawai) -> User:
    assert pegawai.user is not None
    return pegawai.user


def unit(kode: str) -> UnitKerja:
    return UnitKerja.objects.get(kode=kode)


def isian_acara(**ubah: object) -> actions.IsianAcara:
    bawaan: dict[str, object] = {
        "judul": "Klinik pengisian SKP",
        "jenis": JenisAcara.KLINIK,
        "mulai_at": MULAI,
        "selesai_at": SELESAI,
        "daftar_unit": (unit("PKU-DINKES"),),
        "tempat": "Aula Dinas Kesehatan",
        "daftar_materi": (PANDUAN, actions.IsianMateri(judul="Tanya jawab", tautan=ALAMAT_MATERI)),
    }
    return actions.IsianAcara(**(bawaan | ubah))  # type: ignore[arg-type]


def buat_acara(orang: Orang, **ubah: object) -> Acara:
    anton = orang("pak-anton")
    return actions.plan_acara(anton.instansi, isian_acara(**ubah), by=user_of(anton), at=SEKARANG)


def buat_rencana(orang: Orang, *, mulai_on: date = date(2026, 1, 5)) -> RencanaSosialisasi:
    anton = orang("pak-anton")
    return actions.start_rencana(anton.instansi, mulai_on=mulai_on, by=user_of(anton), at=SEKARANG)


def langkah_pertama(rencana: RencanaSosialisasi) -> LangkahSosialisasi:
    langkah = LangkahSosialisasi.objects.select_related("rencana__instansi").filter(rencana=rencana)
    return langkah.order_by("batas_on", "id")[0]


def dunia_acara(orang: Orang) -> dict[str, object]:
    acara, rencana = buat_acara(orang), buat_rencana(orang)
    return {
        "acara_id": acara.pk,
        "materi_id": acara.daftar_materi.order_by("id")[0].pk,
        "rencana_id": rencana.pk,
        "langkah_id": langkah_pertama(rencana).pk,
    }
