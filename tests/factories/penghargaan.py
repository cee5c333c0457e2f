"""An award of Puskesmas Tenayan Raya for the results of 2025: Pak Anton keeps it, four people judge."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

from kinerja.akun.models import User
from kinerja.kebijakan.models import Periode, Tahap
from kinerja.kepegawaian.models import Pegawai
from kinerja.metode.penghargaan import JenisSyarat, Kriteria, SyaratPenghargaan
from kinerja.penghargaan import actions
from kinerja.penghargaan.istilah import BentukPenghargaan
from kinerja.penghargaan.models import ProgramPenghargaan
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.alur import StatusEvaluasi, StatusSKP
from kinerja.peraturan.predikat import Predikat, Rating
from kinerja.perencanaan.models import SKP
from tests.factories.evaluasi import user_dari
from tests.factories.skp import buat_skp

Orang = Callable[[str], Pegawai]
SIAP_AT = datetime(2026, 3, 1, 2, tzinfo=UTC)
USUL_AT = datetime(2026, 3, 3, 2, tzinfo=UTC)
JURI_AT = datetime(2026, 3, 12, 2, tzinfo=UTC)
HITUNG_AT = datetime(2026, 3, 23, 2, tzinfo=UTC)
PUTUS_AT = datetime(2026, 3, 24, 2, tzinfo=UTC)
# Bu Sari leads the puskesmas; the others work elsewhere in the city.
DAFTAR_JURI = ("bu-sari", "bu-lenny", "bu-rina", "bu-melati")
ALASAN = "Ia menyusun jadwal jaga baru sehingga tidak ada lagi warga yang menunggu satu jam."
KUTIPAN = "atas jadwal jaga baru yang membuat warga tidak lagi menunggu"
SANGAT_BAIK = SyaratPenghargaan(jenis=JenisSyarat.PREDIKAT_MINIMAL, parameter={"predikat": "sangat_baik"})


def user(orang: Orang, slug: str) -> User:
    return user_dari(orang(slug))


def hasil_tahunan(
    pegawai: Pegawai, predikat: Predikat = Predikat.SANGAT_BAIK, *, tahun: int = 2025
) -> Evaluasi:
    skp = SKP.objects.filter(pegawai=pegawai, tahun=tahun).first() or buat_skp(
        pegawai, tahun=tahun, status=StatusSKP.DIEVALUASI
    )
    periode = Periode.objects.get(instansi_id=pegawai.instansi_id, tahun=tahun, tahap=Tahap.TAHUNAN)
    return Evaluasi.objects.create(
        instansi_id=pegawai.instansi_id,
        skp=skp,
        periode=periode,
        penilai=skp.penilai,
        atasan_penilai=skp.atasan_penilai,
        status=StatusEvaluasi.FINAL,
        rating_hasil=Rating.DI_ATAS,
        rating_perilaku=Rating.DI_ATAS,
        predikat=predikat,
    )


def isian(**ganti: object) -> actions.IsianProgram:
    isi: dict[str, object] = {
        "nama": "Pelayan Teladan",
        "tahun": 2025,
        "bentuk": BentukPenghargaan.LAIN,
        "uraian": "Untuk yang membuat warga lebih cepat dilayani.",
        "kriteria": Kriteria(nama="Pelayan Teladan", daftar_syarat=(SANGAT_BAIK,)),
        "kursi": 1,
        "kuorum": 3,
        "tanpa_rekan_seunit": False,
        "usulan_mulai_on": date(2026, 3, 1),
        "usulan_selesai_on": date(2026, 3, 10),
        "juri_mulai_on": date(2026, 3, 11),
        "juri_selesai_on": date(2026, 3, 20),
    }
    return actions.IsianProgram(**{**isi, **ganti})  # type: ignore[arg-type]


def unit_puskesmas(orang: Orang):  # type: ignore[no-untyped-def]
    tempat = orang("pak-budi").daftar_penempatan.select_related("unit_kerja__instansi")
    return tempat.order_by("-mulai_on")[0].unit_kerja


def buat_program(orang: Orang, *, buka: bool = True, **ganti: object) -> ProgramPenghargaan:
    anton = user(orang, "pak-anton")
    program = actions.create_program(unit_puskesmas(orang), isian(**ganti), by=anton, at=SIAP_AT)
    return actions.open_program(program, by=anton, at=SIAP_AT) if buka else program


def program_berjuri(
    orang: Orang, *, juri: tuple[str, ...] = DAFTAR_JURI, **ganti: object
) -> ProgramPenghargaan:
    """Pak Budi and Dokter Fajar meet the criteria; Bu Dewi was named and does not."""
    for slug, predikat in (
        ("pak-budi", Predikat.SANGAT_BAIK),
        ("dokter-fajar", Predikat.SANGAT_BAIK),
        ("bu-dewi", Predikat.BAIK),
    ):
        hasil_tahunan(orang(slug), predikat)
    program = buat_program(orang, **ganti)
    for slug in ("pak-budi", "bu-dewi"):
        actions.nominate(program, orang(slug), alasan=ALASAN, by=user(orang, "bu-yanti"), at=USUL_AT)
    for slug in juri:
        actions.appoint_juri(program, orang(slug), by=user(orang, "pak-anton"), at=USUL_AT)
    return program


def calon_of(program: ProgramPenghargaan, orang: Orang, slug: str) -> int:
    return int(program.daftar_calon.get(pegawai=orang(slug)).pk)


def pilih(program: ProgramPenghargaan, orang: Orang, juri: str, *daftar: str) -> None:
    actions.vote(
        program, setuju=[calon_of(program, orang, s) for s in daftar], by=user(orang, juri), at=JURI_AT
    )


def program_terhitung(orang: Orang, **ganti: object) -> ProgramPenghargaan:
    """Dokter Fajar wins with three of the three who are free to judge him."""
    program = program_berjuri(orang, **ganti)
    pilih(program, orang, "bu-sari")
    for slug in ("bu-lenny", "bu-rina", "bu-melati"):
        pilih(program, orang, slug, "dokter-fajar")
    actions.count_votes(program, by=user(orang, "pak-anton"), at=HITUNG_AT)
    program.refresh_from_db()
    return program


def putusan(
    program: ProgramPenghargaan, orang: Orang, *terpilih: str, **ganti: object
) -> actions.IsianPutusan:
    isi: dict[str, object] = {
        "terpilih": [calon_of(program, orang, slug) for slug in terpilih],
        "alasan": "Sesuai hitungan juri.",
        "kutipan": KUTIPAN,
    }
    return actions.IsianPutusan(**{**isi, **ganti})  # type: ignore[arg-type]


def program_diputus(orang: Orang, *, terpilih: str = "dokter-fajar", **ganti: object) -> ProgramPenghargaan:
    program = program_terhitung(orang, **ganti)
    actions.decide_program(
        program, putusan(program, orang, terpilih), by=user(orang, "pak-anton"), at=PUTUS_AT
    )
    program.refresh_from_db()
    return program
