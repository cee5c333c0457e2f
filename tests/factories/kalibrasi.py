"""A meeting of Pak Budi's puskesmas: Bu Sari leads it, Pak Anton keeps the minutes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from kinerja.akun.models import User
from kinerja.kalibrasi import actions
from kinerja.kalibrasi.models import Sidang
from kinerja.kepegawaian.models import Pegawai
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.sumber.models import AnggotaTim, TimEvaluasi
from tests.factories.evaluasi import DIBUKA_AT, buat_evaluasi, user_dari

DISIAPKAN_AT = DIBUKA_AT + timedelta(days=1)
TANDA_AT = DIBUKA_AT + timedelta(days=2)
SIDANG_AT = DIBUKA_AT + timedelta(days=3)
BATAS_ON = date(2026, 4, 8)
# Bu Yanti and Bu Rina are the evaluation team; Bu Rina works elsewhere.
DAFTAR_DINILAI = ("pak-budi", "bu-dewi", "dokter-fajar", "bu-yanti")

Orang = Callable[[str], Pegawai]


def buat_tim(orang: Orang, *anggota: str) -> TimEvaluasi:
    tim = TimEvaluasi.objects.create(
        unit_kerja=unit_budi(orang),
        nama="Tim evaluasi puskesmas",
        mulai_on=date(2026, 1, 1),
        selesai_on=date(2026, 12, 31),
    )
    for slug in anggota or ("bu-yanti", "bu-rina"):
        AnggotaTim.objects.create(tim=tim, pegawai=orang(slug))
    return tim


def unit_budi(orang: Orang):  # type: ignore[no-untyped-def]
    return orang("pak-budi").daftar_penempatan.order_by("-mulai_on")[0].unit_kerja


def buat_sidang(
    orang: Orang, *, status: StatusEvaluasi = StatusEvaluasi.DINILAI, keadaan: str = "disiapkan"
) -> Sidang:
    """Four people rated, a team, and a meeting convened by Pak Anton."""
    for slug in DAFTAR_DINILAI:
        buat_evaluasi(orang(slug), status=status)
    buat_tim(orang)
    sidang = actions.convene_sidang(
        unit_budi(orang),
        periode=Evaluasi.objects.get(skp__pegawai=orang("pak-budi")).periode,
        batas_tanda_on=BATAS_ON,
        by=user(orang, "pak-anton"),
        at=DISIAPKAN_AT,
    )
    if keadaan != "disiapkan":
        sidang = actions.open_sidang(sidang, by=user(orang, "bu-sari"), at=SIDANG_AT)
    return sidang


def user(orang: Orang, slug: str) -> User:
    return user_dari(orang(slug))


def evaluasi_of(orang: Orang, slug: str) -> Evaluasi:
    return Evaluasi.objects.select_related("skp").get(skp__pegawai=orang(slug))
