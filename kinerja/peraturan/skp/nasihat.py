"""What an SKP should contain: the recommendations (sebaiknya, idealnya) of Bab II, which never block."""

import re
from collections.abc import Iterator

from kinerja.peraturan.identitas import JenisJabatan
from kinerja.peraturan.rujukan import berdasarkan
from kinerja.peraturan.skp.istilah import (
    JenisHasilKerja,
    JenisLampiran,
    KategoriSKP,
    Perspektif,
    TingkatKendali,
)
from kinerja.peraturan.skp.rencana import RencanaSKP
from kinerja.peraturan.skp.temuan import Nasihat, rujukan_permenpan

_PERSPEKTIF = rujukan_permenpan("Lampiran Bab II Tahap Kedua huruf a angka 8", 29)
_LAMPIRAN = rujukan_permenpan("Pasal 7 ayat (3) huruf b sampai dengan huruf d", 6)
_RHK_PIMPINAN = rujukan_permenpan("Lampiran Bab II Format A.1.7", 57)
_MUTLAK = rujukan_permenpan("Lampiran Bab II Tahap Ketujuh huruf a angka 7", 51)

_KATA_MUTLAK = ("semua", "selalu", "tidak pernah", "setiap")
_POLA_MUTLAK = re.compile(rf"\b({'|'.join(_KATA_MUTLAK)})\b", re.IGNORECASE)

# From the widest level down; a post should not go below the last one in its row (pages 28 and 44).
_KENDALI = {
    JenisJabatan.JPT_UTAMA: TingkatKendali.KENDALI_RENDAH,
    JenisJabatan.JPT_MADYA: TingkatKendali.KENDALI_RENDAH,
    JenisJabatan.JPT_PRATAMA: TingkatKendali.KENDALI_RENDAH,
    JenisJabatan.ADMINISTRATOR: TingkatKendali.KENDALI_SEDANG,
    JenisJabatan.PENGAWAS: TingkatKendali.KENDALI_SEDANG,
    JenisJabatan.PELAKSANA: TingkatKendali.KENDALI_TINGGI,
    JenisJabatan.JF: None,
}


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab II huruf A", halaman=26)
def nasihat_skp(*, rencana: RencanaSKP) -> tuple[Nasihat, ...]:
    """Advice on an SKP, in the order of the form; it never stops anybody from submitting."""
    return tuple(_of_skp(rencana))


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab II Tahap Ketujuh huruf a angka 7", halaman=51)
def kata_mutlak(*, teks: str) -> tuple[str, ...]:
    """The absolute words the law warns of, in lower case, in the order they stand in the text."""
    return tuple(cocok.group().lower() for cocok in _POLA_MUTLAK.finditer(teks))


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab II Tahap Kedua huruf a angka 7", halaman=28)
@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab II Tahap Kelima huruf b sampai dengan huruf d", halaman=44)
def tingkat_kendali_sebaiknya(
    *, jenis_jabatan: JenisJabatan, is_ketua_tim: bool = False
) -> TingkatKendali | None:
    """The least level of control a result should have; None for a JF, where the jenjang decides (T11)."""
    if jenis_jabatan is JenisJabatan.JF and is_ketua_tim:
        return TingkatKendali.KENDALI_SEDANG
    return _KENDALI[jenis_jabatan]


def _of_skp(rencana: RencanaSKP) -> Iterator[Nasihat]:
    if rencana.kategori is KategoriSKP.PIMPINAN:
        yield from _of_perspektif(rencana)
    else:
        yield from _of_rhk_pimpinan(rencana)
        yield from _of_kata_mutlak(rencana)
    kurang = [jenis.label.lower() for jenis in JenisLampiran if jenis not in rencana.lampiran]
    if kurang:
        pesan = f"Lampiran SKP belum memuat {', '.join(kurang)}. Bicarakan dengan pimpinan lalu catat di Lampiran SKP."
        yield Nasihat("lampiran_belum_lengkap", pesan, _LAMPIRAN)


def _of_perspektif(rencana: RencanaSKP) -> Iterator[Nasihat]:
    kurang = [nilai.label for nilai in Perspektif if nilai not in rencana.perspektif]
    if kurang:
        pesan = f"SKP pimpinan diharapkan memenuhi empat perspektif. Yang belum ada: {', '.join(kurang)}."
        yield Nasihat("perspektif_belum_lengkap", pesan, _PERSPEKTIF)


def _of_rhk_pimpinan(rencana: RencanaSKP) -> Iterator[Nasihat]:
    for nomor, hasil in enumerate(rencana.daftar_hasil, start=1):
        if hasil.jenis is JenisHasilKerja.UTAMA and not hasil.has_rhk_pimpinan:
            pesan = (
                f"Rencana hasil kerja nomor {nomor} belum dihubungkan dengan rencana hasil kerja pimpinan yang "
                "diintervensi. Bila SKP pimpinan belum ada, hubungkan nanti."
            )
            yield Nasihat("rhk_pimpinan_belum_dipilih", pesan, _RHK_PIMPINAN, nomor)


def _of_kata_mutlak(rencana: RencanaSKP) -> Iterator[Nasihat]:
    for nomor, hasil in enumerate(rencana.daftar_hasil, start=1):
        for urutan, indikator in enumerate(hasil.daftar_indikator, start=1):
            if mutlak := kata_mutlak(teks=indikator.uraian):
                pesan = (
                    f"Indikator {urutan} pada rencana hasil kerja nomor {nomor} memakai kata mutlak "
                    f"(“{'”, “'.join(mutlak)}”). Beri ruang toleransi, kecuali menyangkut nyawa, cedera, "
                    "keamanan nasional, atau kerugian uang yang besar."
                )
                yield Nasihat("kata_mutlak", pesan, _MUTLAK, nomor, urutan)
