"""Posts and penilai: every change ends one dated row and opens the next.

The pages never call these alone: `kinerja.penilaian.actions.mutasi.carry_out` lets plans and evaluations follow.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.istilah import JenisPenempatan, StatusPegawai
from kinerja.kepegawaian.models import HubunganPenilai, Jabatan, Pegawai, Penempatan, UnitKerja
from kinerja.kepegawaian.permissions import can_manage_kepegawaian, can_manage_pegawai
from kinerja.kepegawaian.queries.perpindahan import CannotMove, rancang
from kinerja.kepegawaian.rancangan import (
    AkhiriPelaksana,
    GantiPenilai,
    Perpindahan,
    PerubahanPenilai,
    PindahJabatan,
    Rancangan,
    Sebab,
    TunjukPelaksana,
)
from kinerja.lib.tanggal import format_tanggal

SEHARI = timedelta(days=1)


def move_pegawai(
    pegawai: Pegawai,
    *,
    jabatan: Jabatan,
    on: date,
    by: User,
    at: datetime,
    penilai: Pegawai | None = None,
    dasar: str = "",
) -> tuple[Rancangan, Penempatan | None]:
    return carry_out(
        PindahJabatan(pegawai=pegawai, jabatan=jabatan, on=on, penilai=penilai, dasar=dasar), by=by, at=at
    )


def change_penilai(
    penempatan: Penempatan,
    *,
    penilai: Pegawai,
    on: date,
    alasan: str,
    by: User,
    at: datetime,
    sebab: Sebab = Sebab.KOREKSI,
) -> tuple[Rancangan, Penempatan | None]:
    rencana = GantiPenilai(penempatan=penempatan, penilai=penilai, on=on, alasan=alasan, sebab=sebab)
    return carry_out(rencana, by=by, at=at)


def appoint_plt(
    pegawai: Pegawai,
    *,
    jabatan: Jabatan,
    on: date,
    by: User,
    at: datetime,
    jenis: JenisPenempatan = JenisPenempatan.PLT,
    dasar: str = "",
) -> tuple[Rancangan, Penempatan | None]:
    rencana = TunjukPelaksana(pegawai=pegawai, jabatan=jabatan, jenis=jenis, on=on, dasar=dasar)
    return carry_out(rencana, by=by, at=at)


def end_plt(
    penempatan: Penempatan, *, on: date, by: User, at: datetime
) -> tuple[Rancangan, Penempatan | None]:
    return carry_out(AkhiriPelaksana(penempatan=penempatan, on=on), by=by, at=at)


@transaction.atomic
def carry_out(rencana: Perpindahan, *, by: User, at: datetime) -> tuple[Rancangan, Penempatan | None]:
    """Writes what `rancang` says about it at this moment; returns that and the new placement, if there is one."""
    _lock(rencana)
    rancangan = rancang(rencana)
    refuse_outsider(rancangan, by=by)
    _refuse_future(rancangan.on, hari_ini=timezone.localdate(at))
    if rancangan.berakhir:
        _end_placement(rancangan.berakhir, on=rancangan.on)
    baru = _open_placement(rancangan) if rancangan.jabatan_baru else None
    for perubahan in rancangan.daftar_perubahan:
        _replace_penilai(perubahan, on=rancangan.on, alasan=_reason(perubahan, rancangan))
    jejak.record(
        f"kepegawaian.{_NAMA[type(rencana)]}",
        rancangan.pegawai,
        by=by,
        at=at,
        rincian=_details(rancangan, baru),
    )
    return rancangan, baru


_NAMA = {
    PindahJabatan: "pindah",
    GantiPenilai: "ganti_penilai",
    TunjukPelaksana: "tunjuk_pelaksana",
    AkhiriPelaksana: "akhiri_pelaksana",
}


def refuse_outsider(rancangan: Rancangan, *, by: User) -> None:
    """Both units must lie in the hands of the one who moves somebody between them."""
    daftar = [
        p.penempatan.unit_kerja
        for p in rancangan.daftar_perubahan
        if p.penempatan.pegawai_id == rancangan.pegawai.pk
    ]
    daftar += [rancangan.berakhir.unit_kerja] if rancangan.berakhir else []
    daftar += [rancangan.jabatan_baru.unit_kerja] if rancangan.jabatan_baru else []
    if not all(can_manage_kepegawaian(by, jalur=unit.jalur) for unit in daftar):
        raise PermissionDenied


def _lock(rencana: Perpindahan) -> None:
    match rencana:
        case PindahJabatan() | TunjukPelaksana():
            nomor = rencana.pegawai.pk
        case GantiPenilai() | AkhiriPelaksana():
            nomor = rencana.penempatan.pegawai_id
    Pegawai.objects.select_for_update().get(pk=nomor)


def _refuse_future(on: date, *, hari_ini: date) -> None:
    if on > hari_ini:
        raise CannotMove(
            f"Tanggal {format_tanggal(on)} belum tiba. Catat perpindahan pada hari berlakunya, supaya penilai yang "
            "sekarang tetap dapat bekerja sampai hari itu."
        )


def _end_placement(penempatan: Penempatan, *, on: date) -> None:
    penempatan.selesai_on = on - SEHARI
    penempatan.save(update_fields=["selesai_on"])
    for hubungan in HubunganPenilai.objects.filter(penempatan=penempatan, selesai_on__isnull=True).order_by(
        "id"
    ):
        hubungan.selesai_on = max(hubungan.mulai_on, on - SEHARI)
        hubungan.save(update_fields=["selesai_on"])


def _open_placement(rancangan: Rancangan) -> Penempatan:
    assert rancangan.jabatan_baru is not None
    penempatan = Penempatan.objects.create(
        pegawai=rancangan.pegawai,
        jabatan=rancangan.jabatan_baru,
        unit_kerja_id=rancangan.jabatan_baru.unit_kerja_id,
        jenis=rancangan.jenis_baru,
        mulai_on=rancangan.on,
        dasar=rancangan.dasar,
    )
    if rancangan.penilai_baru:
        HubunganPenilai.objects.create(
            penempatan=penempatan, penilai=rancangan.penilai_baru, mulai_on=rancangan.on
        )
    return penempatan


def _replace_penilai(perubahan: PerubahanPenilai, *, on: date, alasan: str) -> None:
    for lama in HubunganPenilai.objects.filter(
        penempatan=perubahan.penempatan, selesai_on__isnull=True
    ).order_by("id"):
        lama.selesai_on = max(lama.mulai_on, on - SEHARI)
        lama.save(update_fields=["selesai_on"])
    HubunganPenilai.objects.create(
        penempatan=perubahan.penempatan, penilai=perubahan.baru, mulai_on=on, alasan=alasan[:200]
    )


def _reason(perubahan: PerubahanPenilai, rancangan: Rancangan) -> str:
    return rancangan.dasar if perubahan.sebab is Sebab.KOREKSI and rancangan.dasar else perubahan.sebab.label


def _details(rancangan: Rancangan, baru: Penempatan | None) -> dict[str, object]:
    return {
        "berlaku_on": rancangan.on,
        "dasar": rancangan.dasar,
        "berakhir": rancangan.berakhir.pk if rancangan.berakhir else None,
        "baru": baru.pk if baru else None,
        "jenis": rancangan.jenis_baru,
        "penilai": rancangan.penilai_baru.pk if rancangan.penilai_baru else None,
        "perubahan_penilai": [
            {"penempatan": p.penempatan.pk, "lama": p.lama.pk if p.lama else None, "baru": p.baru.pk}
            for p in rancangan.daftar_perubahan
        ],
    }


@transaction.atomic
def set_status(pegawai: Pegawai, *, status: StatusPegawai, by: User, at: datetime) -> None:
    """Aktif, tugas belajar, CLTN, …: who needs a plan follows from it (Lampiran Bab II huruf C angka 8)."""
    pegawai = Pegawai.objects.select_for_update().get(pk=pegawai.pk)
    refuse_unmanaged(pegawai, by=by, on=timezone.localdate(at))
    lama, pegawai.status = pegawai.status, status
    pegawai.save(update_fields=["status"])
    jejak.record("kepegawaian.ubah_status", pegawai, by=by, at=at, rincian={"dari": lama, "ke": status})


@transaction.atomic
def set_hari_kerja(unit: UnitKerja, *, hari_kerja: int, by: User, at: datetime) -> int:
    """Five or six working days for the unit and all below it; returns how many units that changed."""
    if not can_manage_kepegawaian(by, jalur=unit.jalur):
        raise PermissionDenied
    jumlah = UnitKerja.objects.subtree(unit).exclude(hari_kerja=hari_kerja).update(hari_kerja=hari_kerja)
    jejak.record(
        "kepegawaian.hari_kerja", unit, by=by, at=at, rincian={"hari_kerja": hari_kerja, "jumlah": jumlah}
    )
    return int(jumlah)


def refuse_unmanaged(pegawai: Pegawai, *, by: User, on: date) -> None:
    if not can_manage_pegawai(by, pegawai, on=on):
        raise PermissionDenied
