"""Letters of the talks."""

from __future__ import annotations

from datetime import timedelta

from django.core.mail.backends.base import BaseEmailBackend

from kinerja.dialog.actions.undangan import KIRIM_UNDANGAN, claim_undangan, give_up_uncertain, mark_undangan
from kinerja.dialog.istilah import KeadaanUndangan
from kinerja.dialog.models import UndanganDialog
from kinerja.dialog.queries.undangan import surat_undangan
from kinerja.lib.pos import Jawaban, hand_over, is_alive, opened_post
from kinerja.pekerjaan.daftar import Hasil, pekerjaan
from kinerja.pekerjaan.kerja import Kerja

SESUDAH = {
    Jawaban.TERKIRIM: KeadaanUndangan.TERKIRIM,
    Jawaban.NANTI: KeadaanUndangan.MENUNGGU,
    Jawaban.DITOLAK: KeadaanUndangan.DITOLAK,
}
TERPUTUS = "Server surat terputus. Sisanya dicoba lagi."


@pekerjaan(
    KIRIM_UNDANGAN,
    judul="Mengirim undangan dialog",
    setiap=timedelta(minutes=15),
    sewa=timedelta(minutes=5),
)
def kirim_undangan(kerja: Kerja) -> Hasil | None:
    """At once when an hour is agreed, and every quarter of an hour whatever could not leave then."""
    with kerja.bagian(0):
        give_up_uncertain(at=kerja.at)
    menunggu = UndanganDialog.objects.filter(keadaan=KeadaanUndangan.MENUNGGU)
    daftar = list(menunggu.order_by("id").values_list("pk", flat=True))
    if not daftar:
        return None
    with opened_post() as lewat:
        if lewat is None:
            return Hasil("Server surat belum dapat dihubungi. Undangan menunggu dan dicoba lagi.")
        for nomor in daftar:
            if not is_alive(lewat):
                return Hasil(TERPUTUS)
            with kerja.bagian(0, kemajuan=kerja.kemajuan + 1):
                undangan = claim_undangan(nomor, at=kerja.at)
            if undangan is not None and not _deliver(kerja, undangan, lewat):
                return Hasil(TERPUTUS)
    return None


def _deliver(kerja: Kerja, undangan: UndanganDialog, lewat: BaseEmailBackend) -> bool:
    """False: the connection is gone. Whether the letter left is then unknown, and it is not sent again."""
    jawaban = hand_over(surat_undangan(undangan), lewat=lewat)
    if jawaban is Jawaban.TIDAK_PASTI:
        return False
    with kerja.bagian(0):
        mark_undangan(undangan, SESUDAH[jawaban])
    return True
