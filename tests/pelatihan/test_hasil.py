"""In the room and afterwards: attendance, results, certificates, hours, and two questions three months later."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from pypdf import PdfReader

from kinerja.dokumen.sertifikat import KODE_SERTIFIKAT, cetak_sertifikat
from kinerja.jejak.models import Catatan, DokumenTerbit
from kinerja.lib.berkas import BerkasDitolak
from kinerja.pelatihan import actions
from kinerja.pelatihan.actions import (
    CannotAnswer,
    CannotAttend,
    CannotFinish,
    CannotSeat,
    CannotSubmitSertifikat,
    IsianJawaban,
)
from kinerja.pelatihan.actions.sertifikat import number_key
from kinerja.pelatihan.istilah import KeadaanPeserta, KeadaanSertifikat, Pemakaian, Perubahan
from kinerja.pelatihan.models import KehadiranPelatihan, Sertifikat
from kinerja.pelatihan.queries import jp_tahun, riwayat_lulus, sudah_diikuti, terakhir_ikut
from kinerja.pelatihan.queries.jp import jp_setahun
from kinerja.pelatihan.queries.kode_hadir import new_kode, new_konfirmasi, read_kode
from kinerja.rekap.models import BelajarTercatat, RekapBelajar
from tests.conftest import SEKARANG
from tests.factories.pelatihan import (
    HARI_SATU,
    MULAI_ON,
    PDF,
    SESUDAH,
    ajukan,
    buat_kelas,
    bulan_lagi,
    isian_sertifikat,
    luluskan,
    terima,
)

JAWABAN = IsianJawaban(
    pemakaian=Pemakaian.SERING, perubahan=Perubahan.LEBIH_BAIK, catatan="Antrean lebih rapi."
)


@pytest.fixture
def kelas(orang):
    return buat_kelas(orang, petugas=orang("bu-lenny"))


@pytest.fixture
def budi(orang, kelas):
    return terima(orang, kelas, "pak-budi")


def hadirkan(kelas, *daftar, by, at=HARI_SATU, hari_on=MULAI_ON):
    return actions.save_attendance(kelas, hari_on=hari_on, daftar_hadir=[p.pk for p in daftar], by=by, at=at)


def test_the_list_of_a_day_is_kept_and_corrected(orang, akun, kelas, budi):
    dewi, lenny = terima(orang, kelas, "bu-dewi"), akun("bu-lenny")
    assert hadirkan(kelas, budi, dewi, by=lenny) == 2
    assert hadirkan(kelas, budi, by=lenny) == 1

    assert [h.peserta for h in KehadiranPelatihan.objects.all()] == [budi]
    assert Catatan.objects.filter(tindakan="pelatihan.hadir").count() == 2


def test_nobody_else_keeps_the_list_and_no_day_outside_the_class(akun, kelas, budi):
    with pytest.raises(PermissionDenied):
        hadirkan(kelas, budi, by=akun("pak-budi"))
    with pytest.raises(CannotAttend, match="di luar hari kelas"):
        hadirkan(kelas, budi, by=akun("bu-lenny"), hari_on=date(2026, 4, 1), at=SESUDAH)
    with pytest.raises(CannotAttend, match="belum tiba"):
        hadirkan(kelas, budi, by=akun("bu-lenny"), hari_on=date(2026, 3, 25))


def test_who_withdrew_or_waits_is_not_present(orang, akun, kelas, budi):
    dewi = ajukan(orang, kelas, "bu-dewi")

    assert hadirkan(kelas, budi, dewi, by=akun("bu-lenny")) == 1


def test_the_code_rotates_and_the_confirmation_is_personal(akun, kelas, budi):
    kode, diri = new_kode(kelas.pk, MULAI_ON, at=HARI_SATU), akun("pak-budi")
    hari = read_kode(kode, at=HARI_SATU + timedelta(seconds=50))

    assert read_kode(kode, at=HARI_SATU + timedelta(minutes=3)) is None
    assert read_kode(kode[:-2] + "xx", at=HARI_SATU) is None
    konfirmasi = new_konfirmasi(hari, user_id=diri.pk, at=HARI_SATU)
    with pytest.raises(CannotAttend, match="kedaluwarsa"):
        actions.confirm_attendance(konfirmasi, by=akun("bu-dewi"), at=HARI_SATU)
    with pytest.raises(CannotAttend, match="kedaluwarsa"):
        actions.confirm_attendance(konfirmasi, by=diri, at=HARI_SATU + timedelta(minutes=11))
    for _ in range(2):
        assert actions.confirm_attendance(konfirmasi, by=diri, at=HARI_SATU).cara == "qr"
    assert KehadiranPelatihan.objects.count() == 1


def test_a_stranger_with_the_code_is_told_so(akun, kelas, budi):
    hari = read_kode(new_kode(kelas.pk, MULAI_ON, at=HARI_SATU), at=HARI_SATU)
    rina = akun("bu-rina")

    with pytest.raises(CannotAttend, match="tidak tercatat sebagai peserta"):
        actions.confirm_attendance(new_konfirmasi(hari, user_id=rina.pk, at=HARI_SATU), by=rina, at=HARI_SATU)


def test_results_bring_certificates_and_hours_once(orang, akun, kelas, budi):
    dewi, fajar = terima(orang, kelas, "bu-dewi"), ajukan(orang, kelas, "dokter-fajar")
    hadirkan(kelas, budi, by=akun("bu-lenny"), at=SESUDAH)

    daftar = actions.finish_kelas(kelas, daftar_lulus=[budi.pk], by=akun("bu-lenny"), at=SESUDAH)

    for satu in (budi, dewi, fajar):
        satu.refresh_from_db()
    assert [p.keadaan for p in (budi, dewi, fajar)] == ["lulus", "tidak_lulus", "ditolak"]
    assert jp_tahun([budi.pegawai_id, dewi.pegawai_id], 2026) == {budi.pegawai_id: 16}
    assert sudah_diikuti(budi.pegawai_id) == {kelas.pelatihan.kode}
    assert terakhir_ikut(kelas.pelatihan.instansi_id) == {budi.pegawai_id: kelas.selesai_on}
    assert [
        k.pegawai_id
        for k in riwayat_lulus(kelas.pelatihan.instansi_id, mulai=MULAI_ON, selesai=kelas.selesai_on)
    ] == [budi.pegawai_id]
    assert daftar[0].keadaan == KeadaanSertifikat.DIVERIFIKASI
    with pytest.raises(CannotFinish, match="belum pernah tercatat hadir"):
        actions.finish_kelas(kelas, daftar_lulus=[dewi.pk], by=akun("bu-lenny"), at=SESUDAH)
    with pytest.raises(CannotSeat, match="sudah selesai"):
        actions.withdraw_peserta(budi, alasan="Tidak jadi ikut.", by=akun("pak-budi"), at=SESUDAH)


def test_who_looks_after_a_class_does_not_judge_himself(orang, akun, kelas, budi):
    lenny = akun("bu-lenny")
    sendiri = terima(orang, kelas, "bu-lenny", penilai="kepala-bkpsdm-pekanbaru")
    with pytest.raises(CannotAttend, match="minta petugas lain"):
        hadirkan(kelas, budi, sendiri, by=lenny)
    hari = read_kode(new_kode(kelas.pk, MULAI_ON, at=HARI_SATU), at=HARI_SATU)
    actions.confirm_attendance(new_konfirmasi(hari, user_id=lenny.pk, at=HARI_SATU), by=lenny, at=HARI_SATU)

    assert hadirkan(kelas, budi, by=lenny) == 2
    with pytest.raises(CannotFinish, match="Minta petugas lain atau admin"):
        actions.finish_kelas(kelas, daftar_lulus=[budi.pk, sendiri.pk], by=lenny, at=SESUDAH)
    actions.finish_kelas(kelas, daftar_lulus=[budi.pk], by=lenny, at=SESUDAH)
    terbit = actions.finish_kelas(kelas, daftar_lulus=[sendiri.pk], by=akun("pak-anton"), at=SESUDAH)

    assert [s.pegawai for s in terbit] == [orang("bu-lenny")]


def test_results_wait_for_the_last_day_and_for_presence(akun, kelas, budi):
    with pytest.raises(CannotFinish, match="Catat hasilnya sesudah itu"):
        actions.finish_kelas(kelas, daftar_lulus=[budi.pk], by=akun("bu-lenny"), at=HARI_SATU)
    with pytest.raises(CannotFinish, match=r"Budi Hartawan, A\.Md\.Kep\. belum pernah"):
        actions.finish_kelas(kelas, daftar_lulus=[budi.pk], by=akun("bu-lenny"), at=SESUDAH)
    with pytest.raises(PermissionDenied):
        actions.finish_kelas(kelas, daftar_lulus=[budi.pk], by=akun("bu-sari"), at=SESUDAH)


def test_the_certificate_says_who_what_and_how_to_check(orang, kelas, budi):
    sertifikat = luluskan(orang, kelas, budi)[0]
    dokumen = DokumenTerbit.objects.get(kode=KODE_SERTIFIKAT, objek_id=str(sertifikat.pk))
    isi = cetak_sertifikat(
        dokumen.isian, at=dokumen.diterbitkan_at, alamat="https://contoh.go.id/dokumen/x", kode="AB12"
    )
    pembaca = PdfReader(BytesIO(isi))
    teks = " ".join(pembaca.pages[0].extract_text().split())

    assert len(pembaca.pages) == 1
    for kata in (
        "SERTIFIKAT",
        sertifikat.nomor,
        "Budi Hartawan, A.Md.Kep.",
        "Pelayanan Prima",
        "16 jam pelajaran",
        "BKPSDM Kota Pekanbaru",
        "AB12",
    ):
        assert kata in teks


def test_from_outside_it_counts_after_it_was_checked(orang, akun):
    sertifikat = actions.submit_sertifikat(isian_sertifikat(), by=akun("pak-budi"), at=SEKARANG)
    budi = orang("pak-budi")
    assert jp_tahun([budi.pk], 2026) == {}
    for siapa in ("pak-budi", "bu-sari", "admin-pontianak"):
        with pytest.raises(PermissionDenied):
            actions.verify_sertifikat(sertifikat, by=akun(siapa), at=SEKARANG)

    actions.verify_sertifikat(sertifikat, jp=4, by=akun("pak-anton"), at=SEKARANG)

    assert jp_tahun([budi.pk], 2026) == {budi.pk: 4}
    with pytest.raises(CannotSubmitSertifikat, match="sudah diputus"):
        actions.verify_sertifikat(sertifikat, by=akun("pak-anton"), at=SEKARANG)


def test_the_admin_does_not_check_his_own(akun):
    sertifikat = actions.submit_sertifikat(isian_sertifikat(), by=akun("pak-anton"), at=SEKARANG)

    with pytest.raises(PermissionDenied):
        actions.verify_sertifikat(sertifikat, by=akun("pak-anton"), at=SEKARANG)


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        ({"nomor": " 123 lan-2026"}, "sudah ada"),
        ({"nomor": "999"}, "bedakan namanya"),
        ({"jp": -3, "nomor": "9"}, "1 sampai 2.000"),
        ({"jp": 10_000, "nomor": "9"}, "1 sampai 2.000"),
        ({"selesai_on": date(2026, 2, 9), "nomor": "9"}, "berakhir sebelum dimulai"),
        ({"selesai_on": date(2026, 4, 9), "nomor": "9"}, "baru selesai 9 April 2026"),
        ({"nomor": "//"}, "nomor sertifikat"),
    ],
)
def test_a_certificate_twice_and_hours_that_cannot_be(akun, ubah, pesan):
    actions.submit_sertifikat(isian_sertifikat(), by=akun("pak-budi"), at=SEKARANG)

    with pytest.raises(CannotSubmitSertifikat, match=pesan):
        actions.submit_sertifikat(isian_sertifikat(**ubah), by=akun("pak-budi"), at=SEKARANG)
    assert Sertifikat.objects.count() == 1


def test_the_number_of_a_class_cannot_be_taken_before_it_is_given_out(orang, akun, kelas, budi):
    nomor = f"{budi.pk:05d}/PLT-{kelas.pk}/{kelas.selesai_on.year}"
    with pytest.raises(CannotSubmitSertifikat, match="terbit sendiri"):
        actions.submit_sertifikat(
            isian_sertifikat(nomor=nomor.lower().replace("/", " ")), by=akun("pak-budi"), at=SEKARANG
        )
    lama = actions.submit_sertifikat(isian_sertifikat(), by=akun("pak-budi"), at=SEKARANG)
    Sertifikat.objects.filter(pk=lama.pk).update(nomor=nomor, nomor_kunci=number_key(nomor))

    assert [s.nomor for s in luluskan(orang, kelas, budi)] == [f"{nomor}/2"]


def test_a_file_that_is_no_certificate_leaves_nothing_behind(akun):
    with pytest.raises(BerkasDitolak):
        actions.submit_sertifikat(
            isian_sertifikat(berkas=ContentFile(b"MZ program", name="sertifikat.pdf")),
            by=akun("pak-budi"),
            at=SEKARANG,
        )
    assert not Sertifikat.objects.exists()


def test_a_returned_certificate_may_come_again(akun):
    sertifikat = actions.submit_sertifikat(isian_sertifikat(), by=akun("pak-budi"), at=SEKARANG)
    actions.return_sertifikat(sertifikat, alasan="Fotonya tidak terbaca.", by=akun("pak-anton"), at=SEKARANG)

    lagi = actions.submit_sertifikat(isian_sertifikat(), by=akun("pak-budi"), at=SEKARANG)

    assert lagi.keadaan == KeadaanSertifikat.DIAJUKAN
    with lagi.berkas.open() as isi:
        assert isi.read() == PDF


def test_what_the_recap_contains_is_not_counted_again(orang, akun):
    budi = orang("pak-budi")
    RekapBelajar.objects.create(pegawai=budi, tahun=2026, jp="12.5", sampai_on=date(2026, 2, 15))
    lama = actions.submit_sertifikat(isian_sertifikat(), by=akun("pak-budi"), at=SEKARANG)
    baru = actions.submit_sertifikat(
        isian_sertifikat(nama="Literasi Digital ASN", nomor="77", jp=20, mulai_on=date(2026, 2, 20), selesai_on=date(2026, 2, 20)),
        by=akun("pak-budi"), at=SEKARANG,
    )  # fmt: skip
    for satu in (lama, baru):
        actions.verify_sertifikat(satu, by=akun("pak-anton"), at=SEKARANG)
    setahun = jp_setahun(budi, 2026)
    assert setahun.jp == Decimal("32.5") and jp_tahun([budi.pk], 2026) == {budi.pk: 32}
    assert [b.dihitung for b in setahun.daftar] == [True, False]

    actions.count_apart(lama, di_luar_rekap=True, by=akun("pak-anton"), at=SEKARANG)

    assert jp_setahun(budi, 2026).jp == Decimal("35.5")
    assert BelajarTercatat.objects.count() == 2


def test_hours_are_held_against_the_law(orang):
    RekapBelajar.objects.create(pegawai=orang("dokter-fajar"), tahun=2026, jp=30)

    assert "melebihi 6 JP" in jp_setahun(orang("dokter-fajar"), 2026).capaian.kalimat
    assert "masih kurang 20 JP" in jp_setahun(orang("pak-budi"), 2026).capaian.kalimat


def test_three_months_later_both_are_asked_once(orang, akun, kelas, budi):
    luluskan(orang, kelas, budi)
    with pytest.raises(CannotAnswer, match="25 Juni 2026"):
        actions.answer_tindak_lanjut(budi, JAWABAN, by=akun("pak-budi"), at=bulan_lagi(2))
    with pytest.raises(PermissionDenied):
        actions.answer_tindak_lanjut(budi, JAWABAN, by=akun("bu-dewi"), at=bulan_lagi(4))

    for siapa in ("pak-budi", "bu-sari"):
        actions.answer_tindak_lanjut(budi, JAWABAN, by=akun(siapa), at=bulan_lagi(4))

    assert [j.pihak for j in budi.daftar_jawaban.order_by("pihak")] == ["penilai", "peserta"]
    with pytest.raises(CannotAnswer, match="sudah tersimpan"):
        actions.answer_tindak_lanjut(budi, JAWABAN, by=akun("pak-budi"), at=bulan_lagi(4))


def test_who_did_not_finish_is_not_asked(orang, akun, kelas, budi):
    terima(orang, kelas, "bu-dewi")
    actions.finish_kelas(kelas, daftar_lulus=[], by=akun("pak-anton"), at=SESUDAH)
    budi.refresh_from_db()

    assert budi.keadaan == KeadaanPeserta.TIDAK_LULUS
    with pytest.raises(CannotAnswer, match="menyelesaikan"):
        actions.answer_tindak_lanjut(budi, JAWABAN, by=akun("pak-budi"), at=bulan_lagi(4))
