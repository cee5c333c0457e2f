"""What the pages and the evaluation ask of Bab III."""

from kinerja.pelaksanaan.queries.pemberi import (
    SasaranUmpanBalik,
    can_read_rhk,
    peran_pemberi,
    rekan_ber_skp,
    rekan_kerja,
    sasaran_umpan_balik,
)
from kinerja.pelaksanaan.queries.realisasi import (
    BarisRealisasi,
    bukti_pilihan,
    bukti_serupa,
    realisasi_tabel,
    realisasi_terakhir,
    rencana_laju,
    sifat_laju,
)
from kinerja.pelaksanaan.queries.tugas import (
    BelumDiisi,
    belum_diberi_umpan_balik,
    belum_diisi,
    kurang_isian,
    permintaan_menunggu,
)
from kinerja.pelaksanaan.queries.umpan_balik import (
    KelompokUmpanBalik,
    RingkasanUmpanBalik,
    batas_waktu,
    kelompok_umpan_balik,
    ringkasan_umpan_balik,
)

__all__ = [
    "BarisRealisasi",
    "BelumDiisi",
    "KelompokUmpanBalik",
    "RingkasanUmpanBalik",
    "SasaranUmpanBalik",
    "batas_waktu",
    "belum_diberi_umpan_balik",
    "belum_diisi",
    "bukti_pilihan",
    "bukti_serupa",
    "can_read_rhk",
    "kelompok_umpan_balik",
    "kurang_isian",
    "peran_pemberi",
    "permintaan_menunggu",
    "realisasi_tabel",
    "realisasi_terakhir",
    "rekan_ber_skp",
    "rekan_kerja",
    "rencana_laju",
    "ringkasan_umpan_balik",
    "sasaran_umpan_balik",
    "sifat_laju",
]
