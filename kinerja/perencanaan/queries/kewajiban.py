"""Who has to plan at all, and on which forms: the same answer for writing a plan and for a move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.kepegawaian.istilah import StatusPegawai
from kinerja.peraturan.identitas import JenisJabatan
from kinerja.peraturan.kewenangan import KeadaanPegawai, wajib_skp
from kinerja.peraturan.skp import KategoriSKP

if TYPE_CHECKING:
    from kinerja.kepegawaian.models import Pegawai, Penempatan

_KEADAAN = {
    StatusPegawai.AKTIF: KeadaanPegawai.BEKERJA,
    StatusPegawai.TUGAS_BELAJAR: KeadaanPegawai.TUGAS_BELAJAR,
    StatusPegawai.CLTN: KeadaanPegawai.CLTN,
    StatusPegawai.MPP: KeadaanPegawai.MPP,
    StatusPegawai.DIBERHENTIKAN_SEMENTARA: KeadaanPegawai.DIBERHENTIKAN_SEMENTARA,
    StatusPegawai.PEJABAT_NEGARA: KeadaanPegawai.PEJABAT_NEGARA,
}
_JPT = frozenset({JenisJabatan.JPT_UTAMA, JenisJabatan.JPT_MADYA, JenisJabatan.JPT_PRATAMA})


def needs_skp(pegawai: Pegawai) -> bool:
    """Whether the rules on planning apply to him; one who has left is nobody's subject."""
    keadaan = _KEADAAN.get(StatusPegawai(pegawai.status))
    return bool(pegawai.jenis_asn) and keadaan is not None and wajib_skp(keadaan=keadaan)


def kategori_untuk(penempatan: Penempatan) -> KategoriSKP:
    """The forms of a head: JPT, and whoever leads a unit kerja mandiri."""
    jabatan = penempatan.jabatan
    if jabatan.jenis in _JPT or (jabatan.kepala and penempatan.unit_kerja.mandiri):
        return KategoriSKP.PIMPINAN
    return KategoriSKP.PEGAWAI
