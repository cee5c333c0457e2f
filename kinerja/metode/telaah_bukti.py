"""The coach that reads evidence: does it show a result, and may everyone see what it shows?"""

import re

from kinerja.metode.catatan import Catatan, Penelaah, Teks, read_kata
from kinerja.peraturan.rujukan import Rujukan

_NIK = re.compile(r"(?<!\d)\d{16}(?!\d)")
_PENELAAH = Penelaah(
    aturan="aturan_bukti",
    contoh="contoh_bukti",
    rujukan={
        "bukti": Rujukan("PermenPANRB 6/2022", "Lampiran Bab III huruf A angka 7"),
        "data_pribadi": "UU 27/2022 tentang Pelindungan Data Pribadi",
    },
)


def telaah_bukti(keterangan: str, *, nama: str = "") -> tuple[Catatan, ...]:
    """Remarks on one piece of evidence, from what its author says it shows and from its name or link."""
    teks = Teks(f"{keterangan} {re.sub(r'[_./-]+', ' ', nama)}")
    temuan = []
    if not keterangan.strip():
        temuan.append(("keterangan_kosong", ""))
    if (lemah := teks.find(_kata("lemah"))) and not teks.find(_kata("kuat")):
        temuan.append(("bukti_aktivitas", lemah))
    if tertutup := teks.find(_kata("tertutup")):
        temuan.append(("bukti_tertutup", tertutup))
    if pribadi := ("nomor 16 angka" if _NIK.search(teks.rapi) else teks.find(_kata("pasien"))):
        temuan.append(("data_pribadi", pribadi))
    return tuple(
        _PENELAAH.note(kode, bidang="keterangan", kata=pemicu, teks=teks.rapi) for kode, pemicu in temuan
    )


def _kata(nama: str) -> list[str]:
    daftar: list[str] = read_kata("bukti")["kata"][nama]
    return daftar
