"""A house of some units with people in them, who answer the pulse."""

from __future__ import annotations

from datetime import UTC, date, datetime

from kinerja.akun.models import User
from kinerja.kepegawaian.models import Instansi, Jabatan, Pegawai, Penempatan, UnitKerja
from kinerja.kesiapan import actions
from kinerja.kesiapan.models import Denyut

MARET = date(2026, 3, 1)
DIBUKA_AT = datetime(2026, 3, 1, 1, 0, tzinfo=UTC)
DIISI_AT = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
APRIL_AT = datetime(2026, 4, 1, 1, 0, tzinfo=UTC)


def buat_instansi() -> UnitKerja:
    """A house of its own, so that the cast counts nowhere; gives its topmost unit."""
    instansi = Instansi.objects.create(kode="UJI", nama="Kota Uji", tempat="Uji")
    return buat_unit(None, "akar", instansi=instansi)


def buat_unit(induk: UnitKerja | None, kode: str, *, instansi: Instansi | None = None) -> UnitKerja:
    unit = UnitKerja.objects.create(
        instansi=instansi or induk.instansi, induk=induk, kode=kode, nama=f"Unit {kode}"
    )
    unit.jalur = f"{induk.jalur if induk else '/'}{unit.pk}/"
    unit.save(update_fields=["jalur"])
    return unit


def buat_staf(unit: UnitKerja, banyak: int) -> list[Pegawai]:
    jabatan = Jabatan.objects.create(unit_kerja=unit, kode="staf", nama="Staf", jenis="pelaksana")
    daftar = []
    for _ in range(banyak):
        nip = f"1990010120991{Pegawai.objects.count():05d}"
        user = User.objects.create(nip=nip, nama=f"Staf {nip[-4:]}", wajib_ganti_sandi=False)
        pegawai = Pegawai.objects.create(instansi=unit.instansi, user=user, nip=nip, nama=user.nama)
        Penempatan.objects.create(
            pegawai=pegawai, jabatan=jabatan, unit_kerja=unit, mulai_on=date(2025, 1, 2)
        )
        daftar.append(pegawai)
    return daftar


def buka(instansi: Instansi) -> Denyut:
    denyut = actions.open_denyut(instansi, at=DIBUKA_AT)
    assert denyut is not None
    return denyut


def jawab(denyut: Denyut, pegawai: Pegawai, *langkah: int, kalimat: str = "") -> None:
    isi = {str(nomor): satu for nomor, satu in enumerate(langkah, start=1)}
    actions.answer_denyut(denyut, actions.Jawaban(langkah=isi, kalimat=kalimat), by=pegawai.user, at=DIISI_AT)
