"""What the queue does for the follow-up: the rules run over results that have become certain."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from kinerja.kebijakan.models import Periode
from kinerja.lib.angka import format_angka
from kinerja.pekerjaan.daftar import Hasil, pekerjaan
from kinerja.pekerjaan.kerja import Kerja, PekerjaanGagal
from kinerja.tindak_lanjut.actions import SUSUN, write_usulan
from kinerja.tindak_lanjut.permissions import can_request
from kinerja.tindak_lanjut.queries import menunggu_usulan

if TYPE_CHECKING:
    from kinerja.akun.models import User

SEBAGIAN = 500


def boleh_susun(user: User, argumen: Mapping[str, Any]) -> bool:
    """A period that has gone is for the job to tell."""
    periode = Periode.objects.filter(pk=argumen["periode"]).first()
    return periode is None or can_request(user, periode)


@pekerjaan(SUSUN, judul="Menyusun usulan tindak lanjut", boleh=boleh_susun, setiap=timedelta(hours=1))
def susun(kerja: Kerja) -> Hasil:
    """Of one period when somebody asked, of all when the clock did. The position: the last result, and how many are new."""
    periode = _period(kerja)
    terakhir, baru = kerja.posisi or [0, 0]
    daftar = menunggu_usulan(periode)
    if kerja.posisi is None:
        kerja.lapor("Usulan tindak lanjut", total=daftar.count())
    lengkap = daftar.select_related("skp", "periode", "kebijakan", "instansi").defer("jejak_saran", "masukan")
    while bagian := list(lengkap.filter(pk__gt=terakhir).order_by("id")[:SEBAGIAN]):
        terakhir = bagian[-1].pk
        with kerja.bagian([terakhir, baru], kemajuan=kerja.kemajuan + len(bagian)):
            baru += write_usulan(bagian, at=kerja.at)
    saring = f"?periode={periode.pk}" if periode else ""
    return Hasil(
        f"{format_angka(kerja.kemajuan)} hasil diperiksa, {format_angka(baru)} usulan baru. "
        "Tidak ada yang berjalan sendiri: setiap usulan menunggu putusan.",
        tautan=f"/tindak-lanjut/papan/{saring}",
        label_tautan="Buka papan tindak lanjut",
    )


def _period(kerja: Kerja) -> Periode | None:
    nomor = kerja.argumen.get("periode")
    if nomor is None:
        return None
    periode = Periode.objects.filter(pk=nomor).first()
    if periode is None:
        raise PekerjaanGagal("Periode ini sudah tidak ada.")
    return periode
