"""What the cards of Pantau say beside their figures."""

from __future__ import annotations

from kinerja.pantau.istilah import TANDA, Kolom, Tahapan

# Per stage: title, icon, and the short names of its figures.
KARTU = (
    (
        Tahapan.SKP,
        "Rencana",
        "rencana",
        (
            (Kolom.SKP_BELUM, "belum mulai"),
            (Kolom.SKP_DRAF, "draf"),
            (Kolom.SKP_DIAJUKAN, "diajukan"),
            (Kolom.SKP_DITETAPKAN, "ditetapkan"),
        ),
    ),
    (
        Tahapan.ISI,
        "Realisasi",
        "catat",
        (
            (Kolom.ISI_KOSONG, "belum diisi"),
            (Kolom.ISI_SEBAGIAN, "sebagian"),
            (Kolom.ISI_LENGKAP, "lengkap"),
        ),
    ),
    (
        Tahapan.UB,
        "Umpan balik",
        "bicara",
        ((Kolom.UB_BELUM, "belum diberi"), (Kolom.UB_SUDAH, "sudah diberi")),
    ),
    (
        Tahapan.NILAI,
        "Evaluasi",
        "hasil",
        (
            (Kolom.NILAI_BELUM, "belum diserahkan"),
            (Kolom.NILAI_JALAN, "diserahkan"),
            (Kolom.NILAI_FINAL, "final"),
        ),
    ),
)
PERINGATAN = (
    (
        Kolom.TANDA_LAJU,
        "turun",
        "indikator tertinggal",
        "Realisasi terakhir di bawah laju yang direncanakan.",
    ),
    (
        Kolom.TANDA_DIALOG,
        "bicara",
        "sudah lama tanpa dialog",
        "Lebih lama dari jarak dialog yang disepakati.",
    ),
    (Kolom.TANDA_DIAM, "jam", "evaluasi menunggu penilai", "Masa penilaian lewat, penilai belum menetapkan."),
    (
        Kolom.TANDA_SELARAS,
        "timbangan",
        "unit perlu diselaraskan",
        "Sebaran hasil berbeda dari pola capaian unit.",
    ),
)
KELOMPOK = (
    *((judul, tahapan.kolom) for tahapan, judul, _, _ in KARTU),
    ("Layak dibicarakan", (*TANDA, Kolom.KEBERATAN, Kolom.SUARA_TITIK)),
)
