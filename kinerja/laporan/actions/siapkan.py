"""What a job stores while it makes a file. Each is called inside a part."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from kinerja.jejak.actions import Penglihatan, record_akses
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.laporan.istilah import KeadaanUnduhan
from kinerja.laporan.lingkup import sebagai
from kinerja.laporan.models import Unduhan

if TYPE_CHECKING:
    from kinerja.akun.models import User
    from kinerja.jejak.models import JenisHalaman
    from kinerja.laporan.queries.bentuk import Baris


def note_people(daftar: Iterable[Baris], *, halaman: JenisHalaman | None, by: User, on: date) -> None:
    """A file about somebody is a look at him: he reads it in “Siapa melihat data saya”."""
    if halaman is None:
        return
    saya = lingkup(by).pegawai
    record_akses(
        Penglihatan(
            pembaca_id=by.pk,
            pegawai_id=satu.pegawai_id,
            halaman=halaman,
            sebagai=sebagai(by, penilai_id=satu.penilai_id, atasan_id=satu.atasan_id),
            on=on,
        )
        for satu in daftar
        if satu.pegawai_id is not None and (saya is None or satu.pegawai_id != saya.pk)
    )


def finish_unduhan(unduhan: Unduhan, *, ukuran: int, jumlah: int, at: datetime) -> None:
    Unduhan.objects.filter(pk=unduhan.pk).update(
        keadaan=KeadaanUnduhan.SIAP, ukuran=ukuran, jumlah=jumlah, siap_at=at, galat=""
    )


def fail_unduhan(unduhan: Unduhan, kalimat: str) -> None:
    Unduhan.objects.filter(pk=unduhan.pk).update(keadaan=KeadaanUnduhan.GAGAL, galat=kalimat[:300])
