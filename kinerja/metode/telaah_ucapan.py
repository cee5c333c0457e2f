"""The coach beside a thank-you note: says what was done rather than how great somebody is; an insult is no thanks."""

import re

from kinerja.metode.catatan import Catatan, Tingkat
from kinerja.metode.telaah_suara import TandaKalimat, tanda_kalimat

_PENDEK = 30
# What may stand in any note about anybody; a note of nothing else says nothing.
_HAMPA = re.compile(
    r"\b(terima ?kasih|makasih|trims|thanks|thx|ya|yah|banget|sekali|sangat|paling|keren|mantap|hebat|luar biasa|bagus|top|"
    r"terbaik|jos|sukses|selalu|atas|untuk|dan|semua(?:nya)?|bantuan(?:nya)?|kerja sama(?:nya)?|kerjasama(?:nya)?|"
    r"pak|bu|bapak|ibu|mas|mbak|kak|bang|the best|semoga|amin|aamiin)\b",
    re.I,
)
_MENJILAT = re.compile(
    r"\b(nilai (saya|kami)|rating (saya|kami)|predikat (saya|kami)|mohon dinilai|naik(kan)? (nilai|jabatan)|promosi(kan)?)\b",
    re.I,
)
_CONTOH = "Terima kasih sudah menggantikan jaga Sabtu lalu; anak saya jadi sempat dibawa ke dokter."


def is_kasar(teks: str) -> bool:
    """The only thing that is refused."""
    return TandaKalimat.CELAAN in tanda_kalimat(teks)


def telaah_ucapan(teks: str) -> tuple[Catatan, ...]:
    """Remarks on a note, which the writer may leave unheeded."""
    rapi = " ".join(teks.split())
    if not rapi:
        return ()
    tanda = tanda_kalimat(rapi)
    daftar = []
    if TandaKalimat.CELAAN in tanda:
        daftar.append(_note("celaan", Tingkat.PERINGATAN, "Ada kata yang dapat menyakiti. Hapus kata itu; untuk keluhan ada umpan balik dan dialog kinerja."))  # fmt: skip
    if TandaKalimat.PRIBADI in tanda:
        daftar.append(_note("pribadi", Tingkat.PERINGATAN, "Kalimat ini menyinggung hal pribadi. Ucapkan terima kasih untuk yang dikerjakannya, bukan untuk rupa, keluarga, atau keadaannya."))  # fmt: skip
    if TandaKalimat.DATA_PRIBADI in tanda:
        daftar.append(_note("data_pribadi", Tingkat.PERINGATAN, "Ada nomor telepon, NIK, atau surel. Hapus, karena ucapan dapat dipasang di dinding."))  # fmt: skip
    if _MENJILAT.search(rapi):
        daftar.append(_note("pamrih", Tingkat.SARAN, "Ucapan terima kasih tidak pernah ikut dihitung dalam penilaian. Hapus bagian tentang nilai, rating, atau promosi."))  # fmt: skip
    if _is_empty(rapi):
        daftar.append(_note("hampa", Tingkat.SARAN, "Sebutkan satu hal yang dilakukannya dan apa manfaatnya bagi Anda. Pujian umum cepat terlupa.", _CONTOH))  # fmt: skip
    return tuple(daftar)


def _is_empty(teks: str) -> bool:
    sisa = re.sub(r"[^\w]+", "", _HAMPA.sub("", teks))
    return len(teks) < _PENDEK or len(sisa) < 12


def _note(kode: str, tingkat: Tingkat, pesan: str, contoh: str = "") -> Catatan:
    return Catatan(kode=kode, tingkat=tingkat, bidang="teks", pesan=pesan, contoh=contoh)
