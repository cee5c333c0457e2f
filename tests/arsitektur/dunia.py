"""One record of every kind, all of them Pak Budi's, for the walk over every address."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from kinerja.jejak.actions import issue_document, record
from kinerja.jejak.models import Catatan, DokumenTerbit
from kinerja.kalibrasi.actions.berita_acara import issue_berita_acara
from kinerja.kalibrasi.models import Peserta, Sidang, Usulan
from kinerja.kebijakan.actions import start_draf
from kinerja.kebijakan.models import HariLibur, Kebijakan, Periode, SumberKebijakan, Tahap
from kinerja.kepegawaian.models import Impor, LaporanPenilaiSalah, Pegawai, Penempatan, Peran
from kinerja.kompetensi.models import Kompetensi
from kinerja.layanan.models import KelompokKode, LayananPublik, PetugasLayanan, Suara, SumberSuara
from kinerja.notifikasi.models import Notifikasi
from kinerja.pekerjaan.actions import enqueue
from kinerja.pekerjaan.istilah import TERJADWAL
from kinerja.pekerjaan.models import Pekerjaan
from kinerja.pelaksanaan.models import BuktiDukung, PermintaanUmpanBalik, Realisasi, UmpanBalik
from kinerja.penilaian.models import CapaianUnit, Evaluasi
from kinerja.perencanaan.formulir import load_skp, skp_isian
from kinerja.perencanaan.models import SKP, CatatanDialog, HasilTemplat, TemplatSKP, VersiSKP
from kinerja.rekap.models import RekapKehadiran
from kinerja.statistik.models import StatistikPenilai
from kinerja.sumber.amplop import create_key
from kinerja.sumber.models import AnggotaTim, BahanUndian, HakMenilai, Konflik, NilaiTim, Putaran, TimEvaluasi
from kinerja.tindak_lanjut.models import Keberatan
from tests.arsitektur.dunia_integrasi import plant_integrasi
from tests.arsitektur.dunia_tumbuh import plant_tumbuh
from tests.conftest import SEKARANG
from tests.factories.laporan import dunia_laporan
from tests.factories.skp import buat_skp

# Who knocks, seen from Pak Budi.
DAFTAR_PENGETUK = {
    "pemilik": "pak-budi",
    "penilai": "bu-sari",
    "atasan": "kepala-dinkes",
    "rekan": "bu-dewi",
    "unit_lain": "bu-rina",
    "instansi_lain": "analis-pontianak",
    "admin": "pak-anton",
    "admin_lain": "admin-pontianak",
    "pimpinan": "sekda-pekanbaru",
    "auditor": "auditor-pekanbaru",
    "anonim": "",
}


TANPA_ANGKA = {
    "jenis": "keketatan",
    "dasar": "sepadan",
    "n_dinilai": 1,
    "n_nilai": 8,
    "tanda": False,
    "kalimat": "Belum cukup data: baru 1 orang dan 8 nilai.",
    "kalimat_tim": "",
    **dict.fromkeys(("nilai", "bawah", "atas", "pembanding", "kumpulan")),
}


def plant_dunia(orang: Callable[[str], Pegawai]) -> dict[str, object]:
    """Argument name of an address → the value that leads to Pak Budi's record."""
    budi, sari, anton = orang("pak-budi"), orang("bu-sari"), orang("pak-anton")
    skp = buat_skp(budi, status="ditetapkan")
    isi = _of_plan(skp, budi, sari) | _of_assessment(skp, budi, sari) | _of_office(budi, anton)
    isi |= _of_layanan(skp, budi, anton)
    isi |= _of_sumber(skp, dewi=orang("bu-dewi"), rina=orang("bu-rina"))
    isi |= _of_kalibrasi(skp, sari, anton)
    isi |= plant_tumbuh(orang, skp)
    isi |= plant_integrasi(anton)
    isi |= dunia_laporan(skp, anton, at=SEKARANG)
    return {"skp_id": skp.pk, "pegawai_id": budi.pk, "unit_id": skp.unit_kerja_id, **isi}


def _of_plan(skp: SKP, budi: Pegawai, sari: Pegawai) -> dict[str, object]:
    rhk = skp.daftar_rhk.order_by("id").first()
    indikator = rhk.daftar_indikator.order_by("id").first()
    periode = Periode.objects.get(instansi=skp.instansi, tahun=2026, tahap=Tahap.DOKUMENTASI, urutan=2)
    realisasi = Realisasi.objects.create(
        skp=skp,
        indikator=indikator,
        periode=periode,
        nilai=100,
        uraian="Data bulan Februari",
        recorded_at=SEKARANG,
    )
    bukti = BuktiDukung.objects.create(
        realisasi=realisasi, keterangan="Rekap", tautan="https://contoh.go.id/rekap", added_at=SEKARANG
    )
    umpan = UmpanBalik.objects.create(
        skp=skp,
        rhk=rhk,
        pemberi=sari.user,
        peran_pemberi="pimpinan",
        teks="Pertahankan urutan kerja.",
        given_at=SEKARANG,
    )
    permintaan = PermintaanUmpanBalik.objects.create(
        skp=skp, rhk=rhk, kepada=sari, peminta=budi.user, requested_at=SEKARANG
    )
    versi, _ = VersiSKP.objects.get_or_create(
        skp=skp,
        nomor=1,
        defaults={"isi": {}, "penilai": sari, "ditetapkan_at": SEKARANG, "ditetapkan_oleh": sari.user},
    )
    dialog = CatatanDialog.objects.create(
        skp=skp, penulis=sari.user, teks="Mari bicara.", created_at=SEKARANG
    )
    return {
        "rhk_id": rhk.pk,
        "indikator_id": indikator.pk,
        "periode_id": periode.pk,
        "realisasi_id": realisasi.pk,
        "bukti_id": bukti.pk,
        "umpan_balik_id": umpan.pk,
        "permintaan_id": permintaan.pk,
        "versi_id": versi.pk,
        "nomor": versi.nomor,
        "dialog_id": dialog.pk,
        "penempatan_id": skp.penempatan_id,
    } | _of_templat(skp)


def _of_templat(skp: SKP) -> dict[str, object]:
    templat = TemplatSKP.objects.create(instansi=skp.instansi, jabatan="Perawat Terampil")
    hasil = HasilTemplat.objects.create(templat=templat, urutan=1, teks="Tindakan keperawatan aman")
    return {"templat_id": templat.pk, "hasil_templat_id": hasil.pk}


def _of_assessment(skp: SKP, budi: Pegawai, sari: Pegawai) -> dict[str, object]:
    periode = Periode.objects.get(instansi=skp.instansi, tahun=2026, tahap=Tahap.PERIODIK, urutan=1)
    evaluasi = Evaluasi.objects.create(
        instansi=skp.instansi,
        skp=skp,
        periode=periode,
        penilai=sari,
        atasan_penilai=skp.atasan_penilai,
        status="keberatan",
        rating_hasil="sesuai_ekspektasi",
        rating_perilaku="sesuai_ekspektasi",
        predikat="baik",
        capaian_organisasi="baik",
        dinilai_at=SEKARANG,
        ditetapkan_at=SEKARANG,
        diserahkan_at=SEKARANG,
        diterima_at=SEKARANG,
    )
    keberatan = Keberatan.objects.create(
        instansi=skp.instansi,
        evaluasi=evaluasi,
        pemutus=skp.atasan_penilai,
        alasan="Dua bukti belum dibaca.",
        filed_at=SEKARANG,
        batas_putusan_on=date(2026, 3, 11),
    )
    capaian = CapaianUnit.objects.create(
        unit_kerja=skp.unit_kerja,
        periode=periode,
        nilai="baik",
        ditetapkan_at=SEKARANG,
        ditetapkan_oleh=sari.user,
    )
    statistik = StatistikPenilai.objects.create(
        periode=periode,
        penilai=budi,
        sebagai="tim",
        unit_kerja=skp.unit_kerja,
        profil={"ukuran": [TANPA_ANGKA]},
        dihitung_at=SEKARANG,
        terbuka_bagi_tim_on=date(2026, 3, 1),
    )
    return {
        "statistik_id": statistik.pk,
        "evaluasi_id": evaluasi.pk,
        "periode_evaluasi_id": periode.pk,
        "keberatan_id": keberatan.pk,
        "capaian_id": capaian.pk,
    }


def _printed(skp: SKP, budi: Pegawai) -> DokumenTerbit:
    return issue_document(
        skp_isian(skp, at=SEKARANG),
        objek=skp,
        instansi_id=budi.instansi_id,
        by=budi.user,
        at=SEKARANG,
        alamat_verifikasi="https://kinerja.contoh.go.id/{}".format,
    )


def _of_office(budi: Pegawai, anton: Pegawai) -> dict[str, object]:
    penempatan = Penempatan.objects.filter(pegawai=budi).order_by("-id").first()
    kabar = Notifikasi.objects.create(
        user=budi.user, jenis="skp", judul="SKP 2026 Anda sudah ditetapkan", kunci="1", created_at=SEKARANG
    )
    laporan = LaporanPenilaiSalah.objects.create(
        penempatan=penempatan, keterangan="Atasan saya sudah pindah.", dilaporkan_at=SEKARANG
    )
    impor = Impor.objects.create(
        instansi=budi.instansi,
        jenis="pegawai",
        nama_berkas="pegawai.csv",
        sidik_berkas="0" * 64,
        diunggah_at=SEKARANG,
        diunggah_oleh=anton.user,
    )
    skp = load_skp(SKP.objects.all(), penempatan.daftar_skp.order_by("-id").first().pk)
    dokumen = _printed(skp, budi)
    pekerjaan = enqueue("pekerjaan.hapus_lama", by=budi.user, at=SEKARANG)
    gagal = enqueue("notifikasi.hapus_lama", by=None, at=SEKARANG, kunci=TERJADWAL)
    Pekerjaan.objects.filter(pk=gagal.pk).update(status="gagal", selesai_at=SEKARANG)
    kompetensi = Kompetensi.objects.create(
        instansi=budi.instansi, kode="INT-UJI", nama="Integritas", jenis="manajerial", sumber="Kamus instansi"
    )
    kehadiran = RekapKehadiran.objects.create(
        pegawai=budi, mulai_on=date(2026, 1, 1), selesai_on=date(2026, 1, 31), hari_kerja=21, hadir=21
    )
    catatan: Catatan = record("skp.approve", budi, by=anton.user, at=SEKARANG)
    return {
        "notifikasi_id": kabar.pk,
        "laporan_id": laporan.pk,
        "impor_id": impor.pk,
        "token": dokumen.token,
        "pekerjaan_id": pekerjaan.pk,
        "pekerjaan_terjadwal_id": gagal.pk,
        "catatan_id": catatan.pk,
        "draf_id": start_draf(skp.unit_kerja, by=anton.user, at=SEKARANG).pk,
        "libur_id": HariLibur.objects.filter(instansi=budi.instansi).order_by("id").first().pk,
        "kebijakan_id": Kebijakan.objects.filter(unit_kerja__instansi=budi.instansi)
        .order_by("id")
        .first()
        .pk,
        "peran_id": Peran.objects.filter(user=anton.user).order_by("id").first().pk,
        "jabatan_id": penempatan.jabatan_id,
        "instansi_id": budi.instansi_id,
        "kompetensi_id": kompetensi.pk,
        "kehadiran_id": kehadiran.pk,
    }


def _of_layanan(skp: SKP, budi: Pegawai, anton: Pegawai) -> dict[str, object]:
    """A counter at which Pak Budi serves, with a crowd that is held and a sentence that nobody has read."""
    hari = date(2026, 3, 1)
    layanan = LayananPublik.objects.create(
        unit_kerja=skp.unit_kerja, nama="Poli umum", slug="poliumum2", dibuat_on=hari
    )
    petugas = PetugasLayanan.objects.create(layanan=layanan, pegawai=budi, mulai_on=hari)
    kelompok = KelompokKode.objects.create(
        layanan=layanan, jumlah=9, dibuat_at=SEKARANG, dibuat_oleh=anton.user, berlaku_sampai_on=hari
    )
    sumber = SumberSuara.objects.create(layanan=layanan, hari=hari, jumlah=1, status="ditahan")
    Suara.objects.create(layanan=layanan, hari=hari, waktu=1, sumber=sumber, status="ditahan")
    suara = Suara.objects.create(
        layanan=layanan, hari=hari, waktu=4, dengan_kode=True, kalimat="Cepat.", status_kalimat="menunggu"
    )
    return {
        "layanan_id": layanan.pk,
        "slug": layanan.slug,
        "petugas_id": petugas.pk,
        "kelompok_id": kelompok.pk,
        "sumber_id": sumber.pk,
        "suara_id": suara.pk,
    }


def _of_sumber(skp: SKP, *, dewi: Pegawai, rina: Pegawai) -> dict[str, object]:
    """Bu Dewi was drawn to rate him, Bu Rina sits in the team that does, and he may rate himself."""
    periode = Periode.objects.get(instansi=skp.instansi, tahun=2026, tahap=Tahap.PERIODIK, urutan=1)
    kebijakan = Kebijakan.objects.get(unit_kerja__instansi=skp.instansi, unit_kerja__induk=None)
    for sumber in ("rekan", "diri", "tim_evaluasi"):
        SumberKebijakan.objects.create(kebijakan=kebijakan, sumber=sumber, bobot=0, minimum=1)
    kebijakan.daftar_aspek.update(sumber=[])
    putaran = Putaran.objects.create(
        periode=periode,
        unit_kerja=kebijakan.unit_kerja,
        kebijakan=kebijakan,
        benih="benih",
        mulai_on=date(2026, 3, 1),
        selesai_on=date(2026, 4, 7),
        diundi_at=SEKARANG,
    )
    calon = {"rekan": {"jumlah": 1, "calon": [str(dewi.pk)]}}
    BahanUndian.objects.create(
        putaran=putaran, isi={"sasaran": {str(skp.pegawai_id): calon}, "beban": 6, "konflik": []}
    )
    create_key(putaran.kode)
    hak = HakMenilai.objects.create(putaran=putaran, penilai=dewi, dinilai=skp, sumber="rekan")
    tim = TimEvaluasi.objects.create(
        unit_kerja=skp.unit_kerja,
        nama="Tim evaluasi",
        mulai_on=date(2026, 1, 1),
        selesai_on=date(2026, 12, 31),
    )
    anggota = AnggotaTim.objects.create(tim=tim, pegawai=rina)
    nilai = NilaiTim.objects.create(anggota=anggota, skp=skp, periode=periode, batas_on=date(2026, 4, 7))
    satu, lain = sorted((skp.pegawai_id, dewi.pk))
    konflik = Konflik.objects.create(satu_id=satu, lain_id=lain, jenis="pribadi", mulai_on=date(2026, 1, 1))
    return {
        "konflik_id": konflik.pk,
        "putaran_id": putaran.pk,
        "hak_id": hak.pk,
        "tim_id": tim.pk,
        "anggota_id": anggota.pk,
        "nilai_tim_id": nilai.pk,
    }


def _of_kalibrasi(skp: SKP, sari: Pegawai, anton: Pegawai) -> dict[str, object]:
    """A meeting about his unit: Bu Sari leads it, her own superior sits in, Pak Anton keeps the minutes."""
    evaluasi = Evaluasi.objects.get(skp=skp)
    sidang = Sidang.objects.create(
        instansi=skp.instansi,
        unit_kerja=skp.unit_kerja,
        periode=evaluasi.periode,
        ketua=sari,
        keadaan="berlangsung",
        batas_tanda_on=date(2026, 4, 8),
        disiapkan_oleh=anton.user,
        disiapkan_at=SEKARANG,
    )
    atasan = skp.atasan_penilai
    for pegawai, peran in ((sari, "ketua"), (atasan, "atasan_penilai"), (anton, "notulis")):
        Peserta.objects.create(sidang=sidang, pegawai=pegawai, peran=peran)
    usulan = Usulan.objects.create(
        sidang=sidang,
        evaluasi=evaluasi,
        pengusul=Peserta.objects.get(sidang=sidang, pegawai=atasan),
        dari_hasil="sesuai_ekspektasi",
        dari_perilaku="sesuai_ekspektasi",
        rating_hasil="di_atas_ekspektasi",
        rating_perilaku="sesuai_ekspektasi",
        alasan="Dua bukti belum dibaca ketika menilai.",
        proposed_at=SEKARANG,
    )
    issue_berita_acara(sidang, by=sari.user, at=SEKARANG)
    return {"sidang_id": sidang.pk, "usulan_id": usulan.pk}
