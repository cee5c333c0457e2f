"""What is measured: the main pages, each opened by the person of the cast who needs it most."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kinerja.acara.models import Acara
from kinerja.bimbingan.models import Bimbingan
from kinerja.demo.baca import find_pemeran
from kinerja.dialog.models import DialogKinerja
from kinerja.dukungan.models import PermintaanDukungan
from kinerja.kebijakan.models import Periode, Tahap
from kinerja.kepegawaian.models import Pegawai
from kinerja.pelatihan.models import KelasPelatihan, TindakLanjutPelatihan
from kinerja.pembinaan.models import RencanaPembinaan
from kinerja.pengembangan.models import RencanaAlokasi, RencanaPengembangan
from kinerja.penghargaan.models import ProgramPenghargaan
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.perencanaan.models import SKP, IndikatorKinerja
from kinerja.tanya.models import Pertanyaan
from kinerja.tindak_lanjut.models import Keberatan

Argumen = Callable[[Pegawai], tuple[object, ...]]


def tanpa(pegawai: Pegawai) -> tuple[object, ...]:
    return ()


def skp_sendiri(pegawai: Pegawai) -> tuple[object, ...]:
    return (
        SKP.objects.filter(pegawai=pegawai).order_by("-tahun", "-mulai_on").values_list("pk", flat=True)[0],
    )


def skp_bawahan(pegawai: Pegawai) -> tuple[object, ...]:
    return (SKP.objects.filter(penilai=pegawai).order_by("-tahun", "pk").values_list("pk", flat=True)[0],)


def pegawai_sendiri(pegawai: Pegawai) -> tuple[object, ...]:
    return (pegawai.pk,)


def pembinaan_berjalan(pegawai: Pegawai) -> tuple[object, ...]:
    daftar = RencanaPembinaan.objects.running().filter(penilai=pegawai)
    return (daftar.order_by("pk").values_list("pk", flat=True)[0],)


def hasil_final(pegawai: Pegawai) -> tuple[object, ...]:
    daftar = Evaluasi.objects.filter(skp__pegawai=pegawai, status=StatusEvaluasi.FINAL)
    return (daftar.order_by("-periode__selesai_on").values_list("pk", flat=True)[0],)


def evaluasi_dibuka(pegawai: Pegawai) -> tuple[object, ...]:
    daftar = Evaluasi.objects.filter(penilai=pegawai, status=StatusEvaluasi.DIBUKA)
    return (daftar.order_by("pk").values_list("pk", flat=True)[0],)


def keberatan_diputus(pegawai: Pegawai) -> tuple[object, ...]:
    return (Keberatan.objects.filter(pemutus=pegawai).order_by("pk").values_list("pk", flat=True)[0],)


def penghargaan_berjuri(pegawai: Pegawai) -> tuple[object, ...]:
    return (ProgramPenghargaan.objects.get(nama="Pelayan Publik Teladan").pk,)


def rencana_sendiri(pegawai: Pegawai) -> tuple[object, ...]:
    daftar = RencanaPengembangan.objects.filter(pegawai=pegawai)
    return (daftar.order_by("-tahun").values_list("pk", flat=True)[0],)


def alokasi_terakhir(pegawai: Pegawai) -> tuple[object, ...]:
    daftar = RencanaAlokasi.objects.filter(instansi=pegawai.instansi)
    return (daftar.order_by("-tahun").values_list("pk", flat=True)[0],)


def bulan_ini(pegawai: Pegawai) -> tuple[object, ...]:
    """His first indicator, in the latest month that he may still fill in."""
    skp = SKP.objects.get(pk=skp_sendiri(pegawai)[0])
    indikator = IndikatorKinerja.objects.filter(rhk__skp=skp).order_by("rhk__urutan", "urutan")[0]
    periode = Periode.objects.filter(
        instansi=pegawai.instansi,
        tahun=skp.tahun,
        tahap=Tahap.DOKUMENTASI,
        daftar_realisasi__indikator=indikator,
    ).order_by("-urutan")[0]
    return indikator.pk, periode.pk


def kelas_terbaru(pegawai: Pegawai) -> tuple[object, ...]:
    daftar = KelasPelatihan.objects.filter(pelatihan__instansi_id=pegawai.instansi_id, keadaan="dibuka")
    return (daftar.order_by("-mulai_on", "id").values_list("pk", flat=True)[0],)


def pelatihan_dijawab(_: Pegawai) -> tuple[object, ...]:
    daftar = TindakLanjutPelatihan.objects.order_by("-pk")
    return (daftar.values_list("peserta__kelas__pelatihan", flat=True)[0],)


def acara_berikutnya(pegawai: Pegawai) -> tuple[object, ...]:
    daftar = Acara.objects.invited(pegawai.pk).filter(kursi__isnull=False)
    if not daftar.exists():
        daftar = Acara.objects.filter(instansi_id=pegawai.instansi_id, kursi__isnull=False)
    return (daftar.order_by("-mulai_at").values_list("pk", flat=True)[0],)


def dialog_terakhir(pegawai: Pegawai) -> tuple[object, ...]:
    daftar = DialogKinerja.objects.filter(penilai=pegawai, pegawai__nip=find_pemeran("pak-budi").nip)
    return (daftar.order_by("-mulai_at").values_list("pk", flat=True)[0],)


def dukungan_menunggu(pegawai: Pegawai) -> tuple[object, ...]:
    return (PermintaanDukungan.objects.awaiting(pegawai).order_by("pk").values_list("pk", flat=True)[0],)


def tanya_masuk(pegawai: Pegawai) -> tuple[object, ...]:
    daftar = Pertanyaan.objects.filter(penanya__instansi=pegawai.instansi_id, keadaan="menunggu")
    return (
        daftar.filter(penanya__nip=find_pemeran("pak-budi").nip)
        .order_by("pk")
        .values_list("pk", flat=True)[0],
    )


def laporan_pyb(_: Pegawai) -> tuple[str]:
    return ("pyb",)


def laporan_unit(_: Pegawai) -> tuple[str]:
    return ("unit",)


def kelayakan_jenjang(_: Pegawai) -> tuple[str]:
    return ("jenjang",)


def bimbingan_sendiri(pegawai: Pegawai) -> tuple[object, ...]:
    return (Bimbingan.objects.filter(skp__pegawai=pegawai).order_by("-pk").values_list("pk", flat=True)[0],)


@dataclass(frozen=True)
class Halaman:
    nama_url: str
    slug: str
    argumen: Argumen = tanpa
    tulis: bool = False  # measured by submitting its own form, as it stands


DAFTAR_HALAMAN = (
    Halaman("beranda:home", "pak-budi"),
    Halaman("beranda:home", "bu-sari"),
    Halaman("beranda:home", "sekda-pekanbaru"),
    Halaman("perencanaan:skp_list", "pak-budi"),
    Halaman("perencanaan:skp_detail", "pak-budi", skp_sendiri),
    Halaman("perencanaan:skp_detail", "bu-sari", skp_bawahan),
    Halaman("perencanaan:matriks", "bu-sari", skp_sendiri),
    Halaman("perencanaan:templat_list", "pak-anton"),
    Halaman("peta:peta", "sekda-pekanbaru"),
    Halaman("peta:garis_own", "sekda-pekanbaru"),
    Halaman("cari:cari", "pak-budi"),
    Halaman("pelaksanaan:realisasi_list", "pak-budi"),
    Halaman("pelaksanaan:realisasi_edit", "pak-budi", bulan_ini),
    Halaman("pelaksanaan:umpan_balik_list", "pak-budi"),
    Halaman("pelaksanaan:umpan_balik_give", "bu-sari", skp_bawahan),
    Halaman("penilaian:tim", "bu-sari"),
    Halaman("penilaian:evaluasi_edit", "bu-sari", evaluasi_dibuka),
    Halaman("penilaian:hasil_list", "pak-budi"),
    Halaman("penilaian:hasil_detail", "pak-budi", hasil_final),
    Halaman("penilaian:rekap", "sekda-pekanbaru"),
    Halaman("penilaian:capaian_list", "pak-anton"),
    Halaman("pantau:pantau", "sekda-pekanbaru"),
    Halaman("pantau:pantau", "bu-sari"),
    Halaman("pantau:daftar", "bu-sari", lambda _: ("nilai_semua",)),
    Halaman("pantau:tabel", "pak-anton"),
    Halaman("pantau:daftar", "kepala-dinkes", lambda _: ("skp_semua",)),
    Halaman("pantau:daftar", "sekda-pekanbaru", lambda _: ("tanda_semua",)),
    Halaman("tindak_lanjut:papan", "pak-anton"),
    Halaman("pembinaan:pembinaan_list", "kepala-dinkes"),
    Halaman("pembinaan:rencana_detail", "kepala-dinkes", pembinaan_berjalan),
    Halaman("tindak_lanjut:keberatan_list", "sekda-pekanbaru"),
    Halaman("tindak_lanjut:keberatan_detail", "sekda-pekanbaru", keberatan_diputus),
    Halaman("penghargaan:penghargaan_wall", "pak-budi"),
    Halaman("penghargaan:program_list", "pak-anton"),
    Halaman("penghargaan:program_detail", "pak-anton", penghargaan_berjuri),
    Halaman("penghargaan:suara_give", "bu-lenny", penghargaan_berjuri),
    Halaman("penghargaan:syarat_check", "pak-anton", penghargaan_berjuri),
    Halaman("penghargaan:ucapan_list", "pak-budi"),
    Halaman("penghargaan:karya_list", "bu-dewi"),
    Halaman("dialog:dialog_list", "bu-sari"),
    Halaman("dialog:dialog_detail", "bu-sari", dialog_terakhir),
    Halaman("dialog:dialog_count", "sekda-pekanbaru"),
    Halaman("dukungan:dukungan_list", "pak-budi"),
    Halaman("dukungan:dukungan_tim", "bu-sari"),
    Halaman("dukungan:dukungan_detail", "bu-sari", dukungan_menunggu),
    Halaman("tanya:tanya_list", "pak-budi"),
    Halaman("tanya:tanya_ask", "pak-budi"),
    Halaman("tanya:tanya_queue", "bu-dewi"),
    Halaman("tanya:tanya_queue", "pak-anton"),
    Halaman("tanya:tanya_detail", "bu-dewi", tanya_masuk),
    Halaman("tanya:faq_list", "pak-budi"),
    Halaman("tanya:penggerak_list", "pak-anton"),
    Halaman("sosialisasi:panduan_list", "pak-budi"),
    Halaman("sosialisasi:panduan_detail", "pak-budi", lambda _: ("pegawai",)),
    Halaman("sosialisasi:khawatir", "pak-budi"),
    Halaman("bimbingan:bimbingan_list", "bu-sari"),
    Halaman("bimbingan:bimbingan_detail", "pak-budi", bimbingan_sendiri),
    Halaman("bimbingan:konseling_list", "pak-budi"),
    Halaman("bimbingan:laporan_list", "pak-anton"),
    Halaman("bimbingan:konselor_list", "pak-anton"),
    Halaman("pengembangan:pengembangan_own", "pak-budi"),
    Halaman("pengembangan:pengembangan_tim", "bu-sari"),
    Halaman("pengembangan:rencana_detail", "pak-budi", rencana_sendiri),
    Halaman("pengembangan:alokasi_detail", "pak-anton", alokasi_terakhir),
    Halaman("pengembangan:dampak_list", "pak-budi"),
    Halaman("karier:perjalanan", "bu-dewi"),
    Halaman("karier:kelayakan_list", "pak-anton", kelayakan_jenjang),
    Halaman("kepegawaian:unit_list", "pak-anton"),
    Halaman("kepegawaian:pegawai_list", "pak-anton"),
    Halaman("setelan:setelan_list", "pak-anton"),
    Halaman("talenta:talenta_list", "pak-anton"),
    Halaman("talenta:talenta_own", "pak-budi"),
    Halaman("talenta:suksesi_list", "pak-anton"),
    Halaman("talenta:ip_list", "pak-anton"),
    Halaman("talenta:ip_own", "pak-budi"),
    Halaman("pelatihan:pelatihan_list", "pak-budi"),
    Halaman("pelatihan:pelatihan_list", "pak-anton"),
    Halaman("acara:acara_list", "pak-budi"),
    Halaman("acara:acara_list", "pak-anton"),
    Halaman("acara:acara_detail", "pak-budi", acara_berikutnya),
    Halaman("acara:acara_detail", "pak-anton", acara_berikutnya),
    Halaman("acara:kehadiran_edit", "pak-anton", acara_berikutnya),
    Halaman("acara:rencana_detail", "pak-anton"),
    Halaman("pelatihan:tim_list", "bu-sari"),
    Halaman("pelatihan:katalog_list", "pak-anton"),
    Halaman("pelatihan:pelatihan_detail", "pak-anton", pelatihan_dijawab),
    Halaman("pelatihan:kelas_list", "pak-anton"),
    Halaman("pelatihan:kelas_detail", "pak-anton", kelas_terbaru),
    Halaman("pelatihan:sertifikat_own", "pak-budi"),
    Halaman("pelatihan:sertifikat_queue", "pak-anton"),
    Halaman("kepegawaian:pegawai_detail", "pak-anton", pegawai_sendiri),
    Halaman("kepegawaian:impor_list", "pak-anton"),
    Halaman("kepegawaian:laporan_list", "pak-anton"),
    Halaman("kebijakan:kalender", "pak-anton"),
    Halaman("kebijakan:periode_list", "pak-anton"),
    Halaman("laporan:laporan_list", "pak-anton"),
    Halaman("laporan:laporan_detail", "pak-anton", laporan_unit),
    Halaman("laporan:laporan_detail", "bu-sari", laporan_pyb),
    Halaman("laporan:unduhan_list", "pak-anton"),
    Halaman("kesiapan:kesiapan", "sekda-pekanbaru"),
    Halaman("kesiapan:kesiapan", "bu-sari"),
    Halaman("kesiapan:denyut", "pak-budi"),
    Halaman("kesiapan:denyut_result", "kepala-dinkes"),
    Halaman("notifikasi:notifikasi_list", "bu-sari"),
    Halaman("notifikasi:pilihan_edit", "bu-sari"),
    Halaman("notifikasi:batas_calendar", "bu-sari"),
    Halaman("jejak:catatan_list", "auditor-pekanbaru"),
    Halaman("dokumen:skp", "pak-budi", skp_sendiri),
    Halaman("pelaksanaan:realisasi_edit", "pak-budi", bulan_ini, tulis=True),
)


def pegawai_of(slug: str) -> Pegawai:
    return Pegawai.objects.select_related("user", "instansi").get(nip=find_pemeran(slug).nip)
