"""What grows out of a year's assessment, all of it Pak Budi's: talks, help, learning, career, praise."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from kinerja.kepegawaian.models import Pegawai, Penempatan
from kinerja.pembinaan.models import (
    ButirPembinaan,
    PertemuanPembinaan,
    RencanaPembinaan,
    SasaranPembinaan,
)
from kinerja.penghargaan.actions.piagam import issue_piagam
from kinerja.penghargaan.models import (
    JuriPenghargaan,
    KaryaTeladan,
    PenerimaPenghargaan,
    ProgramPenghargaan,
    TerimaKasih,
)
from kinerja.penilaian.models import Evaluasi
from kinerja.perencanaan.models import SKP
from tests.conftest import SEKARANG
from tests.factories.acara import dunia_acara
from tests.factories.bimbingan import dunia_bimbingan
from tests.factories.dialog import dunia_dialog
from tests.factories.dukungan import dunia_dukungan
from tests.factories.karier import dunia_karier
from tests.factories.pelatihan import dunia_pelatihan
from tests.factories.pengembangan import dunia_pengembangan
from tests.factories.talenta import plant_talenta
from tests.factories.tanya import dunia_tanya


def plant_tumbuh(orang: Callable[[str], Pegawai], skp: SKP) -> dict[str, object]:
    """Expects that his plan has been assessed."""
    budi, sari, anton = orang("pak-budi"), orang("bu-sari"), orang("pak-anton")
    isi = plant_talenta(budi, anton, sari.daftar_penempatan.get(selesai_on=None).jabatan)
    isi |= dunia_bimbingan(skp, pembimbing=orang("bu-rina"), konselor=orang("bu-dewi"))
    isi |= _of_penghargaan(skp, anton, dewi=orang("bu-dewi"), rina=orang("bu-rina"))
    isi |= dunia_dialog(orang) | dunia_dukungan(orang, skp)
    isi |= dunia_karier(orang)
    isi |= dunia_pengembangan(orang)
    isi |= dunia_pelatihan(orang)
    isi |= dunia_acara(orang)
    isi |= dunia_tanya(orang)
    return isi | _of_pembinaan(skp, budi, sari)


def _of_pembinaan(skp: SKP, budi: Pegawai, sari: Pegawai) -> dict[str, object]:
    """A plan that runs, with a goal, a step of his, and a note that neither has read."""
    rencana = RencanaPembinaan.objects.create(
        instansi=skp.instansi,
        evaluasi=Evaluasi.objects.get(skp=skp),
        pegawai=budi,
        penilai=sari,
        atasan_penilai=skp.atasan_penilai,
        unit_kerja=skp.unit_kerja,
        status="berjalan",
        alasan="Kita perbaiki bersama.",
        mulai_on=date(2026, 3, 1),
        batas_on=date(2026, 9, 1),
        dibuka_at=SEKARANG,
        dibuka_oleh=sari.user,
        ttd_penilai_at=SEKARANG,
    )
    sasaran = SasaranPembinaan.objects.create(rencana=rencana, jenis="lainnya", teks="Tepat waktu")
    butir = ButirPembinaan.objects.create(
        rencana=rencana, jenis="langkah", teks="Mencatat harian", pelaksana=budi, batas_on=date(2026, 4, 1)
    )
    pertemuan = PertemuanPembinaan.objects.create(
        rencana=rencana,
        tanggal=date(2026, 3, 1),
        catatan="Mulai.",
        ditulis_oleh=sari.user,
        ditulis_at=SEKARANG,
    )
    return {
        "pembinaan_id": rencana.pk,
        "sasaran_id": sasaran.pk,
        "butir_pembinaan_id": butir.pk,
        "pertemuan_pembinaan_id": pertemuan.pk,
    }


def _post_of(pegawai: Pegawai) -> Penempatan:
    return Penempatan.objects.filter(pegawai=pegawai).with_people().order_by("id")[0]


def _of_penghargaan(skp: SKP, anton: Pegawai, *, dewi: Pegawai, rina: Pegawai) -> dict[str, object]:
    """An award in which Bu Rina judges and Pak Budi won; Bu Dewi thanks him, Bu Sari would like to show his work."""
    budi, evaluasi = skp.pegawai, Evaluasi.objects.select_related("penilai").get(skp=skp)
    program = ProgramPenghargaan.objects.create(
        instansi=skp.instansi,
        unit_kerja=skp.unit_kerja,
        nama="Pelayan Teladan",
        tahun=2025,
        bentuk="lain",
        kriteria={"nama": "Pelayan Teladan", "syarat": [{"jenis": "tanpa_kasus"}]},
        usulan_mulai_on=date(2026, 2, 1),
        usulan_selesai_on=date(2026, 2, 20),
        juri_mulai_on=date(2026, 3, 1),
        juri_selesai_on=date(2026, 3, 9),
        keadaan="dibuka",
        dibuat_at=SEKARANG,
        dibuat_oleh=anton.user,
    )
    juri = JuriPenghargaan.objects.create(
        program=program, pegawai=rina, ditunjuk_at=SEKARANG, ditunjuk_oleh=anton.user
    )
    penerima = PenerimaPenghargaan.objects.create(
        program=program, pegawai=budi, unit=skp.unit_kerja.nama, kutipan="atas catatan yang rapi"
    )
    issue_piagam(penerima, penanda_tangan=_post_of(budi), by=anton.user, at=SEKARANG)
    ucapan = TerimaKasih.objects.create(
        instansi=skp.instansi,
        dari=dewi,
        kepada=budi,
        teks="Terima kasih sudah menggantikan jaga saya.",
        dikirim_on=SEKARANG.date(),
        dikirim_at=SEKARANG,
    )
    karya = KaryaTeladan.objects.create(
        instansi=skp.instansi,
        pegawai=budi,
        evaluasi=evaluasi,
        rhk=skp.daftar_rhk.order_by("id").first(),
        judul="Antrean turun separuh",
        isi="Dua meja.",
        diusulkan_oleh=evaluasi.penilai.user,
        diusulkan_at=SEKARANG,
    )
    return {
        "program_id": program.pk,
        "juri_id": juri.pk,
        "penerima_id": penerima.pk,
        "ucapan_id": ucapan.pk,
        "karya_id": karya.pk,
    }
