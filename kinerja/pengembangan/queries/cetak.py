"""A plan as its paper prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kinerja.dokumen.rencana_pengembangan import ButirCetak, RencanaCetak
from kinerja.kepegawaian.queries.penilai import penempatan_kini

if TYPE_CHECKING:
    from datetime import date

    from kinerja.pengembangan.models import ButirRencana, RencanaPengembangan

_ROMAWI = ("", "I", "II", "III", "IV")


def isian_rencana(rencana: RencanaPengembangan, *, on: date) -> dict[str, Any]:
    """Select `pegawai`, `penilai` and `instansi` with it."""
    tempat = penempatan_kini(rencana.pegawai, on=on)
    daftar = list(rencana.daftar_butir.select_related("pelatihan").order_by("urutan", "id"))
    return RencanaCetak(
        instansi=rencana.instansi.nama,
        tahun=str(rencana.tahun),
        nama=rencana.pegawai.nama,
        nip=rencana.pegawai.nip,
        jabatan=tempat.jabatan.nama if tempat else "",
        unit=tempat.unit_kerja.nama if tempat else "",
        penilai=rencana.penilai.nama if rencana.penilai else "–",
        nip_penilai=rencana.penilai.nip if rencana.penilai else "–",
        keadaan=f"{rencana.get_keadaan_display()}, versi {rencana.versi}"
        if rencana.versi
        else rencana.get_keadaan_display(),
        jumlah_jp=str(sum(butir.jp for butir in daftar if butir.keadaan != "batal")),
        catatan=rencana.catatan_penilai,
        daftar_butir=tuple(_item(butir) for butir in daftar),
    ).as_dict()


def _item(butir: ButirRencana) -> ButirCetak:
    kegiatan = butir.pelatihan.nama if butir.pelatihan else butir.kegiatan
    return ButirCetak(
        kebutuhan=butir.kebutuhan,
        cara=butir.get_cara_display(),
        kegiatan=kegiatan,
        jp=str(butir.jp) if butir.jp else "–",
        triwulan=_ROMAWI[butir.triwulan],
        hasil=butir.hasil_diharapkan,
        keadaan=butir.get_keadaan_display(),
    )
