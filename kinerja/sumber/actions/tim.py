"""The evaluation team: formed by the unit's admin, its people shared out crosswise, its ratings signed by name."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import combinations

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kebijakan.models import Kebijakan, Periode
from kinerja.kebijakan.queries import kebijakan_berlaku, kebijakan_terdekat, metode_dari
from kinerja.kepegawaian.models import Pegawai, UnitKerja
from kinerja.lib.baris import lock_row
from kinerja.lib.tanggal import format_tanggal
from kinerja.metode.agregasi import Sumber
from kinerja.perencanaan.models import SKP
from kinerja.sumber.actions.dasar import CannotAnswer, check_jawaban
from kinerja.sumber.amplop import Jawaban
from kinerja.sumber.istilah import KeadaanHak
from kinerja.sumber.models import AnggotaTim, NilaiTim, TimEvaluasi
from kinerja.sumber.permissions import can_manage_tim, can_rate_as_tim
from kinerja.sumber.queries.calon import aktif_dalam, pasangan_konflik
from kinerja.sumber.queries.metode import (
    BANYAK_LANGKAH,
    daftar_butir,
    hari_metode,
    kebijakan_skp,
    selesai_sumber,
)


class CannotFormTim(Exception):
    """The team cannot be formed or changed like this; the message says why."""


class CannotAssignTim(Exception):
    """Nobody can be shared out now; the message says why."""


@dataclass(frozen=True, kw_only=True)
class IsianTim:
    nama: str
    dasar: str
    mulai_on: date
    selesai_on: date


@transaction.atomic
def form_tim(unit: UnitKerja, isian: IsianTim, *, by: User, at: datetime) -> TimEvaluasi:
    unit = UnitKerja.objects.select_for_update().get(pk=unit.pk)
    if not can_manage_tim(by, unit):
        raise PermissionDenied
    if isian.selesai_on < isian.mulai_on:
        raise CannotFormTim(
            "Hari terakhir masa tugas lebih awal dari hari pertamanya. Tukar atau betulkan salah satunya."
        )
    bentrok = TimEvaluasi.objects.filter(
        unit_kerja=unit, mulai_on__lte=isian.selesai_on, selesai_on__gte=isian.mulai_on
    )
    if lama := bentrok.order_by("mulai_on").first():
        raise CannotFormTim(
            f"{unit} sudah punya tim untuk {format_tanggal(lama.mulai_on)} sampai {format_tanggal(lama.selesai_on)}. "
            "Pilih masa tugas yang tidak bertindihan."
        )
    tim = TimEvaluasi.objects.create(
        unit_kerja=unit,
        nama=isian.nama.strip(),
        dasar=isian.dasar.strip(),
        mulai_on=isian.mulai_on,
        selesai_on=isian.selesai_on,
        dibentuk_oleh=by,
    )
    jejak.record("tim.bentuk", tim, by=by, at=at, rincian={"nama": tim.nama})
    return tim


@transaction.atomic
def add_anggota(tim: TimEvaluasi, pegawai: Pegawai, *, by: User, at: datetime) -> AnggotaTim:
    tim = _lock(tim, by)
    if pegawai.instansi_id != tim.unit_kerja.instansi_id or pegawai.user_id is None:
        raise CannotFormTim(
            f"{pegawai} belum dapat menjadi anggota: ia harus pegawai instansi ini dan mempunyai akun."
        )
    anggota, baru = AnggotaTim.objects.get_or_create(tim=tim, pegawai=pegawai)
    if anggota.keluar_on is not None:
        anggota.keluar_on = None
        anggota.save(update_fields=["keluar_on"])
        baru = True
    if baru:
        jejak.record("tim.tambah_anggota", tim, by=by, at=at, rincian={"pegawai": pegawai.pk})
    return anggota


@transaction.atomic
def remove_anggota(anggota: AnggotaTim, *, by: User, at: datetime) -> None:
    """What he has rated stays; what he has not goes back to be shared out again."""
    tim = _lock(anggota.tim, by)
    anggota = AnggotaTim.objects.select_for_update().get(pk=anggota.pk)
    if anggota.keluar_on is not None:
        return
    anggota.keluar_on = tim.unit_kerja.instansi.tanggal(at)
    anggota.save(update_fields=["keluar_on"])
    NilaiTim.objects.filter(anggota=anggota, keadaan=KeadaanHak.MENUNGGU).delete()
    jejak.record("tim.keluarkan_anggota", tim, by=by, at=at, rincian={"pegawai": anggota.pegawai_id})


@transaction.atomic
def assign_tim(tim: TimEvaluasi, periode: Periode, *, by: User, at: datetime) -> int:
    """Shares the people of the period out among the members; what is given already stays. May be run again."""
    tim = _lock(tim, by)
    on = tim.unit_kerja.instansi.tanggal(at)
    daftar = _rated(tim, periode, on=on)
    anggota = list(tim.daftar_anggota.filter(keluar_on=None).select_related("pegawai").order_by("id"))
    if len(anggota) < 2:
        raise CannotAssignTim(
            "Tim perlu paling sedikit dua anggota, supaya setiap orang dilihat dua pasang mata."
        )
    if not daftar:
        raise CannotAssignTim(
            f"Belum ada pegawai yang dinilai tim pada {periode}, atau masa pengisiannya sudah lewat."
        )
    boleh = _allowed(anggota, [skp for skp, _, _ in daftar], on=on)
    ada: dict[int, set[int]] = {}
    lama = NilaiTim.objects.filter(anggota__in=anggota, periode=periode).order_by("id")
    for skp_id, anggota_id in lama.values_list("skp_id", "anggota_id"):
        ada.setdefault(skp_id, set()).add(anggota_id)
    jumlah = {skp.pk: n for skp, n, _ in daftar}
    batas = {skp.pk: batas_on for skp, _, batas_on in daftar}
    hasil = share_out(boleh, ada=ada, jumlah=jumlah, benih=f"{tim.pk}:{periode.pk}")
    NilaiTim.objects.bulk_create(
        NilaiTim(anggota_id=anggota_id, skp_id=skp_id, periode=periode, batas_on=batas[skp_id])
        for skp_id, anggota_id in hasil
    )
    jejak.record("tim.bagi", tim, by=by, at=at, rincian={"periode": periode.pk, "jumlah": len(hasil)})
    return len(hasil)


@transaction.atomic
def rate_as_tim(
    nilai: NilaiTim, jawaban: Jawaban, *, hasil_kerja: int | None, by: User, at: datetime
) -> NilaiTim:
    nilai = lock_row(
        NilaiTim.objects.select_related("anggota", "skp__unit_kerja", "skp__instansi", "periode"), nilai.pk
    )
    if not can_rate_as_tim(by, nilai):
        raise PermissionDenied
    on = nilai.skp.instansi.tanggal(at)
    if on > nilai.batas_on:
        raise CannotAnswer(
            f"Pengisian tim untuk {nilai.periode} ditutup sesudah {format_tanggal(nilai.batas_on)}."
        )
    metode = metode_dari(kebijakan_skp(nilai.skp, on=hari_metode(nilai.periode, on=on)))
    check_jawaban(jawaban, daftar_butir(metode, Sumber.TIM_EVALUASI))
    if hasil_kerja is not None and not 1 <= hasil_kerja <= BANYAK_LANGKAH:
        raise CannotAnswer("Pilih salah satu jawaban untuk hasil kerja.")
    nilai.jawaban, nilai.hasil_kerja, nilai.kalimat = dict(jawaban.langkah), hasil_kerja, jawaban.kalimat
    nilai.keadaan, nilai.saved_at = KeadaanHak.TERISI, at
    nilai.save(update_fields=["jawaban", "hasil_kerja", "kalimat", "keadaan", "saved_at"])
    jejak.record("tim.nilai", nilai, by=by, at=at, rincian={"skp": nilai.skp_id, "periode": nilai.periode_id})
    return nilai


def share_out(
    boleh: Mapping[int, Iterable[int]], *, ada: Mapping[int, set[int]], jumlah: Mapping[int, int], benih: str
) -> list[tuple[int, int]]:
    """(person, member) pairs: the least busy first, then the pair of members seen together least, then by lot.

    Pairs that change from person to person tie all members together, so that their severity can be compared.
    """
    beban = Counter(anggota for daftar in ada.values() for anggota in daftar)
    bersama: Counter[frozenset[int]] = Counter()
    hasil = []
    for skp_id in sorted(boleh, key=lambda satu: (len(list(boleh[satu])), _lot(benih, satu))):
        terpilih = set(ada.get(skp_id, ()))
        calon = set(boleh[skp_id]) - terpilih
        while calon and len(terpilih) < jumlah[skp_id]:
            berikut = min(
                calon,
                key=lambda a: (beban[a], sum(bersama[frozenset((a, b))] for b in terpilih), _lot(benih, skp_id, a)),
            )  # fmt: skip
            calon.discard(berikut)
            terpilih.add(berikut)
            beban[berikut] += 1
            hasil.append((skp_id, berikut))
        bersama.update(frozenset(pasang) for pasang in combinations(sorted(terpilih), 2))
    return hasil


def _lot(*bagian: object) -> bytes:
    return hashlib.sha256("|".join(str(satu) for satu in bagian).encode()).digest()


def _lock(tim: TimEvaluasi, by: User) -> TimEvaluasi:
    tim = lock_row(TimEvaluasi.objects.select_related("unit_kerja__instansi"), tim.pk)
    if not can_manage_tim(by, tim.unit_kerja):
        raise PermissionDenied
    return tim


def _rated(tim: TimEvaluasi, periode: Periode, *, on: date) -> list[tuple[SKP, int, date]]:
    """Plans below the team's unit whose own policy asks the team now: how many members each, and until when."""
    semua = kebijakan_berlaku(periode.instansi_id, on=hari_metode(periode, on=on))
    daftar = aktif_dalam(periode).filter(unit_kerja__jalur__startswith=tim.unit_kerja.jalur)
    hasil = []
    for skp in daftar.select_related("unit_kerja", "pegawai").order_by("id"):
        kebijakan = kebijakan_terdekat(semua, skp.unit_kerja.jalur)
        if kebijakan is not None and (n := _wanted(kebijakan, periode, on=on)):
            hasil.append((skp, n, selesai_sumber(periode, kebijakan)))
    return hasil


def _wanted(kebijakan: Kebijakan, periode: Periode, *, on: date) -> int:
    metode = metode_dari(kebijakan)
    bobot = metode.bobot(Sumber.TIM_EVALUASI)
    if bobot is None or kebijakan.frekuensi_evaluasi != periode.jenis:
        return 0
    return max(2, bobot.minimum) if periode.mulai_on <= on <= selesai_sumber(periode, kebijakan) else 0


def _allowed(daftar_anggota: list[AnggotaTim], daftar_skp: list[SKP], *, on: date) -> dict[int, list[int]]:
    """Not oneself, not one's boss, not one's staff, and nobody one is in conflict with."""
    orang = {anggota.pegawai_id for anggota in daftar_anggota}
    konflik = pasangan_konflik({*orang, *(skp.pegawai_id for skp in daftar_skp)}, on=on)
    atasan: dict[int, set[int]] = {}
    baris = SKP.objects.filter(pegawai__in=orang, closed_on=None, selesai_on__gte=on).order_by("id")
    for pegawai_id, penilai_id in baris.values_list("pegawai_id", "penilai_id"):
        atasan.setdefault(pegawai_id, set()).add(penilai_id)

    def free(skp: SKP, pegawai_id: int) -> bool:
        pasang = tuple(str(nomor) for nomor in sorted((skp.pegawai_id, pegawai_id)))
        return (
            pegawai_id not in (skp.pegawai_id, skp.penilai_id)
            and skp.pegawai_id not in atasan.get(pegawai_id, ())
            and pasang not in konflik
        )

    return {skp.pk: [a.pk for a in daftar_anggota if free(skp, a.pegawai_id)] for skp in daftar_skp}
