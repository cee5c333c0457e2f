"""Which event of the trail is told to whom, in which words, and where it leads.

A name in braces is a path from the event's record; so is each of `kepada`, which ends at an account. The words say that
something is there: no predikat, no rating, nobody's remarks. Counselling is not here at all (ADR 0017).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from string import Formatter
from typing import Any

PENGIKUT = "pengingat"
PEGAWAI, PENILAI = "pegawai__user", "penilai__user"


@dataclass(frozen=True, kw_only=True)
class Peta:
    """`kunci` is set where the same occasion may stand in the trail more than once."""

    tindakan: str
    objek: str
    jenis: str
    kepada: tuple[str, ...]
    judul: str
    tautan: str
    isi: str = ""
    kunci: str = ""
    syarat: Mapping[str, Any] = field(default_factory=dict)

    @property
    def daftar_medan(self) -> tuple[str, ...]:
        teks = "".join((self.judul, self.isi, self.tautan, self.kunci))
        return tuple(dict.fromkeys(nama for _, nama, _, _ in Formatter().parse(teks) if nama))


def _of(objek: str, jenis: str, tautan: str, *daftar: tuple[str, tuple[str, ...], str]) -> tuple[Peta, ...]:
    return tuple(
        Peta(tindakan=tindakan, objek=objek, jenis=jenis, kepada=kepada, judul=judul, tautan=tautan)
        for tindakan, kepada, judul in daftar
    )


_SKP = (
    *_of(
        "perencanaan.skp",
        "skp",
        "/perencanaan/skp/{pk}/",
        ("skp.return", (PEGAWAI,), "SKP {tahun} Anda dikembalikan dengan catatan"),
        ("skp.approve", (PEGAWAI,), "SKP {tahun} Anda sudah ditetapkan"),
        ("skp.ganti_penilai", (PEGAWAI,), "Penilai pada SKP {tahun} Anda berganti"),
    ),
    *_of(
        "perencanaan.skp",
        "menunggu",
        "/perencanaan/skp/{pk}/",
        ("skp.submit", (PENILAI,), "{pegawai__nama} mengajukan SKP {tahun}"),
    ),
    *_of(
        "perencanaan.skp",
        "umpan_balik",
        "/pelaksanaan/umpan-balik/",
        ("umpan_balik.beri", (PEGAWAI,), "Ada umpan balik baru untuk Anda"),
    ),
    *_of(
        "perencanaan.skp",
        "umpan_balik",
        "/pelaksanaan/umpan-balik/permintaan/",
        ("umpan_balik.minta", ("kepada",), "{pegawai__nama} meminta umpan balik Anda"),
    ),
)
_EVALUASI = (
    Peta(
        tindakan="evaluasi.serahkan",
        objek="penilaian.evaluasi",
        jenis="hasil",
        kepada=("skp__pegawai__user",),
        judul="Hasil evaluasi {periode__nama} diserahkan kepada Anda",
        isi="Baca, lalu tandatangani tanda terimanya. Sesudahnya Anda tetap dapat mengajukan keberatan.",
        tautan="/penilaian/hasil/{pk}/",
    ),
    *_of(
        "penilaian.evaluasi",
        "hasil",
        "/penilaian/hasil/{pk}/",
        ("evaluasi.final", ("skp__pegawai__user",), "Hasil evaluasi {periode__nama} Anda sudah final"),
    ),
    *_of(
        "penilaian.evaluasi",
        "turun_tangan",
        "/penilaian/tim/?periode={periode_id}",
        ("evaluasi.ambil_alih", (PENILAI,), "Atasan Anda menilai {skp__pegawai__nama}, {periode__nama}"),
    ),
    Peta(
        tindakan="evaluasi.penilai_diam",
        objek="penilaian.evaluasi",
        jenis="turun_tangan",
        kepada=("atasan_penilai__user",),
        judul="{penilai__nama} belum menilai {periode__nama} sampai batasnya lewat",
        isi="Sebagai atasannya, Anda yang menilai sesudah batas itu.",
        tautan="/penilaian/tim/?periode={periode_id}",
        kunci="diam:{periode_id}:{penilai_id}",
    ),
    *_of(
        "penilaian.evaluasi",
        "menunggu",
        "/penilaian/evaluasi/{pk}/",
        ("evaluasi.usul_hasil_lama", (PENILAI,), "{skp__pegawai__nama} mengusulkan hasil dari unit lama"),
    ),
    *_of(
        "penilaian.evaluasi",
        "menunggu",
        "/kalibrasi/",
        ("kalibrasi.usulkan", (PENILAI,), "Ada usul untuk Anda jawab dalam kalibrasi {periode__nama}"),
    ),
    Peta(
        tindakan="evaluasi.buka",
        objek="kebijakan.periode",
        jenis="periode",
        kepada=("daftar_evaluasi__penilai__user",),
        judul="Evaluasi {nama} dibuka untuk tim Anda",
        tautan="/penilaian/tim/?periode={pk}",
        kunci="evaluasi.buka:{pk}",
    ),
)
_KEBERATAN = _of(
    "tindak_lanjut.keberatan",
    "keberatan",
    "/tindak-lanjut/keberatan/{pk}/",
    ("keberatan.ajukan", ("pemutus__user",), "Keberatan {evaluasi__skp__pegawai__nama} menunggu putusan Anda"),
    ("keberatan.ajukan", ("evaluasi__penilai__user",), "Keberatan {evaluasi__skp__pegawai__nama} menunggu penjelasan Anda"),
    ("keberatan.jelaskan", ("pemutus__user", "evaluasi__skp__pegawai__user"), "Penilai sudah memberi penjelasan atas keberatan"),
    ("keberatan.putuskan", ("evaluasi__skp__pegawai__user", "evaluasi__penilai__user"), "Keberatan sudah diputus"),
)  # fmt: skip
_BERSAMA = (
    *_of(
        "dialog.dialogkinerja",
        "dialog",
        "/dialog/{pk}/",
        ("dialog.usulkan", (PEGAWAI, PENILAI), "{pengusul__nama} mengusulkan waktu dialog kinerja"),
        ("dialog.usul_waktu", (PEGAWAI, PENILAI), "{pengusul__nama} mengusulkan waktu lain untuk dialog kinerja"),
        ("dialog.sepakati", (PEGAWAI, PENILAI), "Waktu dialog kinerja sudah disepakati"),
        ("dialog.tetap", (PEGAWAI, PENILAI), "Dialog kinerja tetap pada waktu yang disepakati"),
        ("dialog.batalkan", (PEGAWAI, PENILAI), "Dialog kinerja dibatalkan"),
    ),
    *_of(
        "dukungan.permintaandukungan",
        "dukungan",
        "/dukungan/{pk}/",
        ("dukungan.minta", ("penjawab__user",), "{pegawai__nama} meminta dukungan Anda"),
        ("dukungan.teruskan", ("penjawab__user",), "Permintaan dukungan {pegawai__nama} diteruskan kepada Anda"),
        ("dukungan.naik", ("naik_kepada__user",), "Permintaan dukungan {pegawai__nama} naik kepada Anda"),
        ("dukungan.jawab", (PEGAWAI,), "Permintaan dukungan Anda dijawab"),
    ),
    *_of(
        "bimbingan.bimbingan",
        "pengembangan",
        "/bimbingan/{pk}/",
        ("bimbingan.usul", ("pembimbing__user",), "Anda diminta membimbing {pegawai__nama}"),
        ("bimbingan.usul", (PEGAWAI,), "Ada usul bimbingan untuk Anda"),
        ("bimbingan.terima", (PEGAWAI,), "Pembimbing bersedia membimbing Anda"),
        ("bimbingan.tolak", (PEGAWAI,), "Pembimbing belum dapat membimbing Anda"),
        ("bimbingan.tanda_tangan", (PEGAWAI, "pembimbing__user"), "Rekaman bimbingan sudah ditandatangani"),
        ("bimbingan.kembalikan", ("pembimbing__user",), "Rekaman bimbingan {pegawai__nama} dikembalikan"),
    ),
    *_of(
        "pengembangan.rencanapengembangan",
        "pengembangan",
        "/pengembangan/rencana/{pk}/",
        ("rencana_pengembangan.ajukan", (PENILAI,), "{pegawai__nama} mengajukan rencana pengembangan"),
        ("rencana_pengembangan.sepakati", (PEGAWAI,), "Rencana pengembangan Anda disepakati"),
        ("rencana_pengembangan.kembalikan", (PEGAWAI,), "Rencana pengembangan Anda dikembalikan"),
    ),
    # Who may have such a plan follows from a result, so the words do not name it.
    *_of(
        "pembinaan.rencanapembinaan",
        "tindak_lanjut",
        "/pembinaan/{pk}/",
        ("pembinaan.tandatangani", (PEGAWAI,), "Ada rencana tindak lanjut yang menunggu jawaban Anda"),
        ("pembinaan.jawab", (PENILAI,), "Rencana tindak lanjut {pegawai__nama} sudah dijawab"),
        ("pembinaan.pertemuan", (PEGAWAI, PENILAI), "Ada catatan pertemuan yang perlu Anda baca"),
    ),
)  # fmt: skip
_TANYA = (
    *_of(
        "tanya.pertanyaan",
        "tanya",
        "/tanya/{pk}/",
        ("tanya.kirim", ("kepada",), "{penanya__nama} bertanya kepada Anda"),
        ("tanya.lagi", ("kepada",), "{penanya__nama} bertanya lagi"),
        ("tanya.naik", ("kepada",), "Pertanyaan {penanya__nama} belum dijawab penggerak unitnya"),
        ("tanya.jawab", ("penanya__user",), "Pertanyaan Anda dijawab"),
    ),
    *_of(
        "tanya.penggerak",
        "tanya",
        "/tanya/masuk/",
        ("penggerak.tunjuk", (PEGAWAI,), "Anda ditunjuk menjadi penggerak {unit_kerja__nama}"),
    ),
)
_PELATIHAN = (
    Peta(
        tindakan="pelatihan.daftar",
        objek="pelatihan.pesertapelatihan",
        jenis="pelatihan",
        kepada=("penempatan__daftar_penilai__penilai__user",),
        judul="{pegawai__nama} mendaftar pelatihan dan menunggu persetujuan Anda",
        tautan="/pelatihan/peserta/{pk}/",
        syarat={"keadaan": "diajukan", "penempatan__daftar_penilai__selesai_on": None},
    ),
    *_of(
        "pelatihan.pesertapelatihan",
        "pelatihan",
        "/pelatihan/peserta/{pk}/",
        ("pelatihan.daftar", (PEGAWAI,), "Anda didaftarkan ke {kelas__pelatihan__nama}"),
        ("pelatihan.setujui", (PEGAWAI,), "Pendaftaran {kelas__pelatihan__nama} disetujui penilai"),
        ("pelatihan.terima", (PEGAWAI,), "Ada keputusan tentang pendaftaran {kelas__pelatihan__nama}"),
        ("pelatihan.naik", (PEGAWAI,), "Anda mendapat kursi di {kelas__pelatihan__nama}"),
        ("pelatihan.tolak", (PEGAWAI,), "Ada keputusan tentang pendaftaran {kelas__pelatihan__nama}"),
    ),
    *_of(
        "pelatihan.kelaspelatihan",
        "pelatihan",
        "/pelatihan/kelas/{pk}/",
        ("pelatihan.batal", ("daftar_peserta__pegawai__user",), "Kelas {pelatihan__nama} dibatalkan"),
    ),
    *_of(
        "pelatihan.sertifikat",
        "pelatihan",
        "/pelatihan/sertifikat/{pk}/",
        ("sertifikat.verifikasi", (PEGAWAI,), "Sertifikat Anda sudah disahkan"),
        ("sertifikat.kembalikan", (PEGAWAI,), "Sertifikat Anda dikembalikan untuk diperbaiki"),
    ),
)
# Only those who said that they would come; the invitation itself is a job of its own, in parts.
_ACARA = tuple(
    Peta(
        tindakan=tindakan,
        objek="acara.acara",
        jenis="acara",
        kepada=("daftar_peserta__pegawai__user",),
        judul=judul,
        isi="Alasannya tertulis di halaman acara.",
        tautan="/acara/{pk}/",
        syarat={"daftar_peserta__jawaban": "hadir"},
    )
    for tindakan, judul in (
        ("acara.pindah", "Waktu atau tempat acara “{judul}” berubah"),
        ("acara.batal", "Acara “{judul}” dibatalkan"),
    )
)
_PENILAIAN = (
    *_of(
        "kalibrasi.sidang",
        "menunggu",
        "/kalibrasi/{pk}/",
        (
            "kalibrasi.siapkan",
            ("daftar_peserta__pegawai__user",),
            "Anda diundang ke kalibrasi {periode__nama}",
        ),
        ("kalibrasi.buka", ("daftar_peserta__pegawai__user",), "Sidang kalibrasi {periode__nama} dibuka"),
    ),
    Peta(
        tindakan="putaran.undi",
        objek="sumber.putaran",
        jenis="menunggu",
        kepada=("daftar_hak__penilai__user",),
        judul="Anda diminta memberi penilaian perilaku kerja, {periode__nama}",
        isi="Jawaban Anda tidak bernama.",
        tautan="/sumber/",
        kunci="putaran.undi:{periode_id}",
    ),
    Peta(
        tindakan="penghargaan.terima_kasih",
        objek="penghargaan.terimakasih",
        jenis="penghargaan",
        kepada=("kepada__user",),
        judul="Ada ucapan terima kasih untuk Anda",
        tautan="/penghargaan/terima-kasih/",
        syarat={"ditunda": False},
    ),
    Peta(
        tindakan="penghargaan.tunjuk_juri",
        objek="penghargaan.programpenghargaan",
        jenis="penghargaan",
        kepada=("daftar_juri__pegawai__user",),
        judul="Anda ditunjuk menjadi juri {nama}",
        tautan="/penghargaan/program/{pk}/",
        kunci="juri:{pk}",
    ),
)

# What was decided is read on its page, by those who may read it.
_PUTUSAN = (
    Peta(
        tindakan="penghargaan.putuskan",
        objek="penghargaan.programpenghargaan",
        jenis="penghargaan",
        kepada=("daftar_penerima__pegawai__user",),
        judul="Selamat, Anda menerima penghargaan {nama}",
        isi="Piagamnya sudah terbit. Anda sendiri yang memilih ditampilkan atau tidak.",
        tautan="/penghargaan/",
        kunci="penerima:{pk}",
    ),
    Peta(
        tindakan="penghargaan.putuskan",
        objek="penghargaan.programpenghargaan",
        jenis="penghargaan",
        kepada=("daftar_usulan__pengusul__user",),
        judul="Penghargaan {nama} sudah diputus",
        isi="Terima kasih sudah mengusulkan rekan Anda.",
        tautan="/penghargaan/program/{pk}/",
        kunci="pengusul:{pk}",
    ),
    Peta(
        tindakan="usulan.putuskan",
        objek="tindak_lanjut.usulantindaklanjut",
        jenis="tindak_lanjut",
        kepada=("evaluasi__skp__pegawai__user",),
        judul="Ada keputusan tindak lanjut untuk Anda, {evaluasi__periode__nama}",
        tautan="/penilaian/hasil/{evaluasi_id}/",
        kunci="usulan:{evaluasi_id}:{diputus_at:%Y-%m-%d}",
    ),
    Peta(
        tindakan="karier.tetapkan",
        objek="karier.penetapanangkakredit",
        jenis="karier",
        kepada=(PEGAWAI,),
        judul="Surat angka kredit Anda sudah ditetapkan",
        tautan="/karier/",
    ),
)

DAFTAR_PETA = (
    *_SKP,
    *_EVALUASI,
    *_KEBERATAN,
    *_BERSAMA,
    *_TANYA,
    *_PELATIHAN,
    *_ACARA,
    *_PENILAIAN,
    *_PUTUSAN,
)
PER_TINDAKAN: dict[str, list[Peta]] = defaultdict(list)
for _satu in DAFTAR_PETA:
    PER_TINDAKAN[_satu.tindakan].append(_satu)
