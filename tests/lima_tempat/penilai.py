"""What the penilai of a case writes on the form."""

from __future__ import annotations

from kinerja.penilaian.actions.isian import IsianPenilaian, NilaiHasil, NilaiPerilaku
from kinerja.penilaian.models import Evaluasi
from kinerja.penilaian.queries.bahan import bahan_evaluasi
from kinerja.penilaian.queries.timbangan import timbang
from kinerja.peraturan.predikat import Rating
from tests.lima_tempat.baca import RATING, Kasus


def fill_rating(evaluasi: Evaluasi, kasus: Kasus) -> IsianPenilaian:
    """The marks of the case; both ratings as suggested, unless the case departs with a reason."""
    bahan = bahan_evaluasi(evaluasi, on=evaluasi.periode.jendela_selesai_on)
    lain = kasus.menetapkan
    per_hasil = lain.per_hasil if lain else {}
    daftar_hasil = {
        b.rhk.pk: NilaiHasil(
            rating=Rating(RATING[per_hasil[nomor]]) if nomor in per_hasil else b.saran,
            alasan=lain.alasan if lain and nomor in per_hasil else "",
        )
        for nomor, b in enumerate(bahan.daftar_hasil, start=1)
    }
    dinilai = [b.kode for b in bahan.daftar_aspek_penilai]
    asing = set(kasus.atasan) - {*dinilai, "semua"}
    assert not asing, f"{kasus}: atasan tidak menilai {asing}"
    kode = {satu: kasus.atasan.get(satu, kasus.atasan.get("semua", "")) for satu in dinilai}
    daftar_perilaku = {satu: NilaiPerilaku(rating=Rating(RATING[k])) for satu, k in kode.items() if k}
    isian = IsianPenilaian(revisi=evaluasi.revisi, daftar_hasil=daftar_hasil, daftar_perilaku=daftar_perilaku)
    saran = timbang(bahan, isian)
    hasil = Rating(RATING[lain.hasil]) if lain and lain.hasil else saran.hasil.rating
    perilaku = Rating(RATING[lain.perilaku]) if lain and lain.perilaku else saran.perilaku.rating
    return IsianPenilaian(
        revisi=evaluasi.revisi,
        daftar_hasil=daftar_hasil,
        daftar_perilaku=daftar_perilaku,
        rating_hasil=hasil,
        rating_perilaku=perilaku,
        alasan_hasil=lain.alasan if lain else "",
        alasan_perilaku=lain.alasan if lain else "",
    )
