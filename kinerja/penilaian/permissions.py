"""Who may do what with an evaluation: pure questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import berlaku_pada, lingkup
from kinerja.kepegawaian.models import Penempatan
from kinerja.perencanaan.models import SKP

if TYPE_CHECKING:
    from datetime import date

    from django.contrib.auth.models import AnonymousUser

    from kinerja.akun.models import User
    from kinerja.kebijakan.models import Periode
    from kinerja.kepegawaian.models import UnitKerja
    from kinerja.penilaian.models import Evaluasi


def pemegang(evaluasi: Evaluasi) -> int | None:
    """Whose evaluation it is: the penilai's, or his superior's after he stayed silent."""
    return evaluasi.atasan_penilai_id if evaluasi.oleh_atasan else evaluasi.penilai_id


def can_rate(user: User | AnonymousUser, evaluasi: Evaluasi) -> bool:
    """Never the employee himself, whatever else he is."""
    pegawai = lingkup(user).pegawai
    return pegawai is not None and pegawai.pk != evaluasi.skp.pegawai_id and pegawai.pk == pemegang(evaluasi)


def can_take_over(user: User | AnonymousUser, evaluasi: Evaluasi) -> bool:
    pegawai = lingkup(user).pegawai
    return (
        pegawai is not None
        and pegawai.pk != evaluasi.skp.pegawai_id
        and pegawai.pk == evaluasi.atasan_penilai_id
    )


def is_owner(user: User | AnonymousUser, evaluasi: Evaluasi) -> bool:
    pegawai = lingkup(user).pegawai
    return pegawai is not None and pegawai.pk == evaluasi.skp.pegawai_id


def can_read_sumber(user: User | AnonymousUser, evaluasi: Evaluasi) -> bool:
    """What colleagues and staff said: the person, his penilai and the superior; roles open nothing here."""
    pegawai = lingkup(user).pegawai
    return pegawai is not None and pegawai.pk in (
        evaluasi.skp.pegawai_id,
        evaluasi.penilai_id,
        evaluasi.atasan_penilai_id,
    )


def can_open(user: User | AnonymousUser, periode: Periode) -> bool:
    """An admin, or the penilai in at least one plan of that year."""
    dari = lingkup(user)
    if dari.punya(JenisPeran.ADMIN_INSTANSI):
        return True
    daftar = SKP.objects.filter(instansi_id=periode.instansi_id, tahun=periode.tahun, penilai=dari.pegawai)
    return dari.pegawai is not None and daftar.exists()


def can_see_rekap(user: User | AnonymousUser) -> bool:
    dari = lingkup(user)
    return dari.punya(JenisPeran.PIMPINAN) or dari.punya(JenisPeran.ADMIN_INSTANSI)


def is_admin_of(user: User | AnonymousUser, *, jalur: str) -> bool:
    return any(jalur.startswith(atas) for atas in lingkup(user).jalur_peran(JenisPeran.ADMIN_INSTANSI))


def can_set_capaian(user: User | AnonymousUser, unit: UnitKerja, *, on: date) -> bool:
    """Admin instansi, or the penilai of the head of that unit."""
    if is_admin_of(user, jalur=unit.jalur):
        return True
    pegawai = lingkup(user).pegawai
    return pegawai is not None and unit.pk in unit_dipimpin_bawahan(pegawai.pk, on=on)


def unit_dipimpin_bawahan(penilai_id: int, *, on: date) -> set[int]:
    """The units whose heads this person assesses on a day."""
    dinilai = berlaku_pada(on, awalan="daftar_penilai__")
    baris = Penempatan.objects.berlaku(on).filter(
        dinilai, daftar_penilai__penilai_id=penilai_id, jabatan__kepala=True
    )
    return set(baris.order_by("id").values_list("jabatan__unit_kerja_id", flat=True))
