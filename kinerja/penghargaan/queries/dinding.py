"""The wall: who was honoured and wants to be seen, notes put up by their receivers, work to learn from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q

from kinerja.kepegawaian.lingkup import instansi_ids, lingkup
from kinerja.penghargaan.istilah import KeadaanProgram, KeadaanUcapan, Tampil
from kinerja.penghargaan.models import (
    KaryaTeladan,
    PenerimaPenghargaan,
    ProgramPenghargaan,
    TerimaKasih,
)

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models import QuerySet

    from kinerja.akun.models import User

PENERIMA_TERBANYAK, UCAPAN_TERBANYAK, KARYA_TERBANYAK = 24, 9, 4


@dataclass(frozen=True, kw_only=True)
class Dinding:
    """`milik_saya` are one's own awards, shown or not; `pencalonan` the programs that wait for names."""

    daftar_tahun: Sequence[tuple[int, list[PenerimaPenghargaan]]]
    daftar_ucapan: Sequence[TerimaKasih]
    daftar_karya: Sequence[KaryaTeladan]
    milik_saya: Sequence[PenerimaPenghargaan]
    pencalonan: Sequence[ProgramPenghargaan]


def dinding(user: User | AnonymousUser, *, on: date) -> Dinding:
    saya = lingkup(user).pegawai
    tampil = Q(program__instansi_id__in=instansi_ids(user), tampil=Tampil.TAMPIL)
    if saya:
        tampil |= Q(pegawai=saya)
    penerima = list(
        PenerimaPenghargaan.objects.filter(tampil)
        .select_related("program", "pegawai")
        .order_by("-program__tahun", "-program__diputus_at", "pegawai__nama", "id")[:PENERIMA_TERBANYAK]
    )
    per_tahun: dict[int, list[PenerimaPenghargaan]] = {}
    for satu in penerima:
        if satu.tampil == Tampil.TAMPIL:
            per_tahun.setdefault(satu.program.tahun, []).append(satu)
    ucapan = TerimaKasih.objects.filter(
        instansi_id__in=instansi_ids(user), keadaan=KeadaanUcapan.DIPAJANG
    ).with_people()
    karya = KaryaTeladan.objects.shared(user).select_related("pegawai").order_by("-dijawab_at", "-id")
    return Dinding(
        daftar_tahun=list(per_tahun.items()),
        daftar_ucapan=list(ucapan.order_by("-dikirim_at", "-id")[:UCAPAN_TERBANYAK]),
        daftar_karya=list(karya[:KARYA_TERBANYAK]),
        milik_saya=[satu for satu in penerima if saya and satu.pegawai_id == saya.pk],
        pencalonan=list(open_for_names(user, on=on)),
    )


def open_for_names(user: User | AnonymousUser, *, on: date) -> QuerySet[ProgramPenghargaan]:
    return ProgramPenghargaan.objects.filter(
        instansi_id__in=instansi_ids(user),
        keadaan=KeadaanProgram.DIBUKA,
        usulan_mulai_on__lte=on,
        usulan_selesai_on__gte=on,
    ).order_by("usulan_selesai_on", "id")
