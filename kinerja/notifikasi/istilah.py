"""The kinds of message there are, which of them the law wants everybody to get, and where a letter stands."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.lib.pilihan import Pilihan
from kinerja.peraturan import jadwal
from kinerja.peraturan.keberatan import keberatan_terbuka
from kinerja.peraturan.kewenangan import kewenangan_evaluasi


@dataclass(frozen=True, kw_only=True)
class JenisKabar:
    """`alasan_wajib` says why this kind cannot be turned off, and `dasar` where that is written."""

    kode: str
    label: str
    uraian: str
    ikon: str
    alasan_wajib: str = ""
    dasar: str = ""

    @property
    def wajib(self) -> bool:
        return bool(self.alasan_wajib)


DAFTAR_JENIS = (
    JenisKabar(
        kode="skp",
        label="SKP Anda",
        uraian="SKP ditetapkan, atau dikembalikan untuk diperbaiki.",
        ikon="rencana",
        alasan_wajib="SKP mengikat Anda begitu ditetapkan, dan ada batas waktunya.",
        dasar=str(jadwal.batas_penetapan_skp.rujukan[0]),
    ),
    JenisKabar(
        kode="hasil",
        label="Hasil evaluasi",
        uraian="Hasil sudah diserahkan kepada Anda, atau menjadi final.",
        ikon="hasil",
        alasan_wajib="Sejak diserahkan, waktu Anda untuk menandatangani mulai dihitung.",
        dasar=str(jadwal.batas_tanda_terima.rujukan[0]),
    ),
    JenisKabar(
        kode="keberatan",
        label="Keberatan",
        uraian="Keberatan diajukan, dijelaskan, dan diputus.",
        ikon="timbangan",
        alasan_wajib="Keberatan punya batas waktu bagi yang mengajukan dan yang memutus.",
        dasar=str(keberatan_terbuka.rujukan[0]),
    ),
    JenisKabar(
        kode="batas",
        label="Batas waktu menurut peraturan",
        uraian="Pengingat sebelum dan sesudah batas penetapan SKP, evaluasi, penyerahan, tanda terima, dan keberatan.",
        ikon="jam",
        alasan_wajib="Batas yang lewat dapat menutup hak Anda atau orang yang Anda nilai.",
        dasar=str(jadwal.batas_penyerahan.rujukan[0]),
    ),
    JenisKabar(
        kode="turun_tangan",
        label="Penilai melewati batas",
        uraian="Penilai di bawah Anda belum menetapkan SKP atau belum menilai sampai batasnya lewat.",
        ikon="awas",
        alasan_wajib="Atasan pejabat penilai wajib turun tangan.",
        dasar=str(kewenangan_evaluasi.rujukan[0]),
    ),
    JenisKabar(
        kode="menunggu", label="Menunggu Anda", uraian="SKP dan penilaian yang perlu Anda periksa.", ikon="periksa"
    ),
    JenisKabar(
        kode="periode", label="Masa pengisian", uraian="Masa evaluasi dibuka, dan realisasi yang belum dicatat.", ikon="kalender"
    ),
    JenisKabar(
        kode="umpan_balik", label="Umpan balik", uraian="Umpan balik yang masuk dan yang diminta dari Anda.", ikon="bicara"
    ),
    JenisKabar(
        kode="dialog", label="Dialog kinerja", uraian="Waktu diusulkan dan disepakati, pengingat sehari sebelumnya, dan waktunya berdialog lagi.", ikon="jabat"
    ),
    JenisKabar(
        kode="dukungan", label="Dukungan", uraian="Permintaan dukungan dan jawabannya.", ikon="pelampung"
    ),
    JenisKabar(
        kode="tanya", label="Tanya jawab", uraian="Jawaban atas pertanyaan Anda, dan pertanyaan yang diajukan kepada Anda.", ikon="bicara"
    ),
    JenisKabar(
        kode="pengembangan", label="Bimbingan dan pengembangan", uraian="Bimbingan dan rencana pengembangan.", ikon="tunas"
    ),
    JenisKabar(
        kode="pelatihan", label="Pelatihan", uraian="Pendaftaran, kursi, pembatalan kelas, sertifikat, dan dua pertanyaan tiga bulan sesudahnya.", ikon="buku"
    ),
    JenisKabar(
        kode="acara", label="Acara", uraian="Undangan, pengingat sehari sebelumnya, perubahan waktu atau tempat, dan pembatalan.", ikon="kalender"
    ),
    JenisKabar(
        kode="tindak_lanjut", label="Tindak lanjut", uraian="Keputusan tindak lanjut, dan rencana yang perlu Anda baca atau jawab.", ikon="catat"
    ),
    JenisKabar(
        kode="karier", label="Karier", uraian="Surat angka kredit Anda ditetapkan.", ikon="tangga"
    ),
    JenisKabar(
        kode="penghargaan", label="Terima kasih dan penghargaan", uraian="Ucapan terima kasih dan kabar penghargaan.", ikon="hadiah"
    ),
)  # fmt: skip

PER_KODE = {jenis.kode: jenis for jenis in DAFTAR_JENIS}
DAPAT_DIMATIKAN = tuple(jenis for jenis in DAFTAR_JENIS if not jenis.wajib)


class KeadaanSurat(Pilihan):
    """`MENGIRIM` is written before the letter leaves, so that a worker that dies then never sends it twice."""

    MENGIRIM = "mengirim", "Sedang dikirim"
    TERKIRIM = "terkirim", "Terkirim"
    TIDAK_PASTI = "tidak_pasti", "Tidak pasti sampai"
    DITOLAK = "ditolak", "Ditolak server surat"
