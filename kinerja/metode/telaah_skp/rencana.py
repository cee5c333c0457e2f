"""Remarks on a whole SKP: those on its lines, and those that only the whole shows."""

from collections.abc import Iterator

from kinerja.metode.catatan import Catatan, Tingkat, most_similar
from kinerja.metode.telaah_skp.dasar import PENELAAH, KonteksTelaah
from kinerja.metode.telaah_skp.indikator import telaah_indikator
from kinerja.metode.telaah_skp.rhk import telaah_rhk
from kinerja.peraturan.skp import RencanaSKP, nasihat_skp

JUMLAH_LAZIM = range(3, 8)
JUMLAH_TERBANYAK = 10

# The coach has its own, wider list of absolute words.
_SUDAH_DITELAAH = frozenset({"kata_mutlak"})


def telaah_rencana(rencana: RencanaSKP, *, konteks: KonteksTelaah | None = None) -> tuple[Catatan, ...]:
    """Remarks on a plan; `bidang` reads "hasil.2.uraian" or "hasil.2.indikator.1.target"."""
    konteks = konteks or KonteksTelaah(kategori=rencana.kategori, pendekatan=rencana.pendekatan)
    return (*_of_whole(rencana), *_of_lines(rencana, konteks), *_of_law(rencana))


def _of_whole(rencana: RencanaSKP) -> Iterator[Catatan]:
    jumlah = len(rencana.daftar_hasil)
    if jumlah > JUMLAH_TERBANYAK:
        yield PENELAAH.note("jumlah_rhk_banyak", bidang="hasil", kata=str(jumlah))
    elif jumlah and jumlah not in JUMLAH_LAZIM:
        yield PENELAAH.note("jumlah_rhk_tidak_lazim", bidang="hasil", kata=str(jumlah))


def _of_lines(rencana: RencanaSKP, konteks: KonteksTelaah) -> Iterator[Catatan]:
    sebelumnya: list[str] = []
    for nomor, hasil in enumerate(rencana.daftar_hasil, start=1):
        yield from telaah_rhk(hasil.uraian, konteks=konteks, bidang=f"hasil.{nomor}.uraian")
        if hasil.uraian.strip() and (kembar := most_similar(hasil.uraian, sebelumnya)):
            yield PENELAAH.note("rhk_kembar", bidang=f"hasil.{nomor}.uraian", kata=kembar, teks=hasil.uraian)
        sebelumnya.append(hasil.uraian)
        for urutan, indikator in enumerate(hasil.daftar_indikator, start=1):
            awalan = f"hasil.{nomor}.indikator.{urutan}."
            yield from telaah_indikator(indikator, konteks=konteks, awalan_bidang=awalan)


def _of_law(rencana: RencanaSKP) -> Iterator[Catatan]:
    """The law's own advice (sebaiknya) in the same shape, so that a page shows one list."""
    for nasihat in nasihat_skp(rencana=rencana):
        if nasihat.kode in _SUDAH_DITELAAH:
            continue
        bagian = ("hasil", str(nasihat.hasil)) if nasihat.hasil else ("rencana",)
        yield Catatan(
            kode=nasihat.kode,
            tingkat=Tingkat.SARAN,
            bidang=".".join(bagian),
            pesan=nasihat.pesan,
            rujukan=str(nasihat.rujukan),
        )
