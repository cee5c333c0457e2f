"""Who somebody is: NIP, pangkat and golongan, kinds of posts."""

from kinerja.peraturan.identitas.golongan import daftar_golongan, nama_pangkat
from kinerja.peraturan.identitas.istilah import JenisASN, JenisJabatan, JenisKelamin, JenjangJF
from kinerja.peraturan.identitas.nip import IdentitasNIP, NIPTidakSah, urai_nip

__all__ = [
    "IdentitasNIP",
    "JenisASN",
    "JenisJabatan",
    "JenisKelamin",
    "JenjangJF",
    "NIPTidakSah",
    "daftar_golongan",
    "nama_pangkat",
    "urai_nip",
]
