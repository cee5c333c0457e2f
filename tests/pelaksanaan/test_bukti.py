"""Evidence: files that are what they say, links that lead somewhere."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile, File
from django.db import OperationalError, connection

from kinerja.jejak.models import Catatan
from kinerja.kebijakan.models import Periode
from kinerja.lib.berkas import BerkasDitolak, sha256_of
from kinerja.lib.tautan import TautanDitolak
from kinerja.pelaksanaan import actions, queries
from kinerja.pelaksanaan.models import BuktiDukung
from tests.conftest import SEKARANG
from tests.factories.skp import buat_skp
from tests.lib.test_foto import FOTO

PDF = b"%PDF-1.7 rekap pelayanan"


def pdf(isi: bytes = PDF, nama: str = "rekap.pdf") -> ContentFile:
    return ContentFile(isi, name=nama)


@pytest.fixture
def catat(pasien, bulan, akun):
    def record(nomor=2, *, indikator=None):
        return actions.record_realisasi(
            indikator or pasien,
            bulan(nomor),
            nilai=Decimal(110),
            uraian="",
            by=akun("pak-budi"),
            at=SEKARANG,
            revisi=0,
        )

    return record


@pytest.fixture
def tambah(akun):
    def add(realisasi, *, by="pak-budi", keterangan="Rekap yang ditandatangani", **sumber):
        return actions.add_bukti(
            realisasi, actions.BuktiBaru(keterangan=keterangan, **sumber), by=akun(by), at=SEKARANG
        )

    return add


def test_a_file_is_kept_under_a_name_nobody_can_guess(catat, tambah):
    bukti = tambah(catat(), berkas=pdf(nama="rekap pasien.pdf"))

    assert (bukti.nama_asli, bukti.jenis_berkas, bukti.ukuran) == ("rekap pasien.pdf", "pdf", len(PDF))
    assert len(bukti.sidik) == 64
    assert "rekap" not in bukti.berkas.name
    with bukti.berkas.open("rb") as isi:
        assert isi.read() == PDF
    assert Catatan.objects.get(tindakan="bukti.tambah").rincian["sidik"] == bukti.sidik


def test_a_photo_is_kept_without_where_it_was_taken(catat, tambah):
    foto = ContentFile(FOTO, name="pelayanan.jpg")

    bukti = tambah(catat(), berkas=foto)

    with bukti.berkas.open() as isi:
        disimpan = isi.read()
    assert b"Telepon Contoh" in FOTO and b"Telepon Contoh" not in disimpan
    assert (bukti.ukuran, bukti.sidik) == (len(disimpan), sha256_of([disimpan]))


def test_a_link_is_kept_with_its_scheme(catat, tambah):
    assert (
        tambah(catat(), tautan="dinkes.pekanbaru.go.id/rekap").tautan
        == "https://dinkes.pekanbaru.go.id/rekap"
    )


def test_a_link_that_is_no_link_is_refused(catat, tambah):
    with pytest.raises(TautanDitolak, match="bukan tautan"):
        tambah(catat(), tautan="lemari-arsip")


def test_a_file_of_fifty_megabytes_is_refused_with_the_limit(catat, tambah, tmp_path: Path):
    besar = tmp_path / "video.pdf"
    with besar.open("wb") as berkas:
        berkas.write(PDF)
        berkas.truncate(50 * 1024 * 1024)

    with besar.open("rb") as berkas, pytest.raises(BerkasDitolak, match=r"50 MB.*batas 5 MB"):
        tambah(catat(), berkas=File(berkas, name="video.pdf"))

    assert not BuktiDukung.objects.exists()


@pytest.mark.parametrize(
    ("isi", "nama", "pesan"),
    [
        (b"", "rekap.pdf", "kosong"),
        (b"MZ\x90\x00", "rekap.pdf", "berkas program"),
        (b"\x89PNG\r\n\x1a\n....", "rekap.pdf", "isinya gambar PNG"),
        (b"<html><script>", "rekap.txt", "halaman web"),
    ],
)
def test_a_false_file_is_refused_with_the_way_out(catat, tambah, isi, nama, pesan):
    with pytest.raises(BerkasDitolak, match=pesan):
        tambah(catat(), berkas=pdf(isi, nama))


def test_evidence_says_what_it_shows(catat, tambah):
    with pytest.raises(actions.CannotAddBukti, match="menunjukkan apa"):
        tambah(catat(), keterangan=" ", berkas=pdf())


def test_the_same_file_twice_stays_one(catat, tambah, tmp_path):
    realisasi = catat()

    assert tambah(realisasi, berkas=pdf()).pk == tambah(realisasi, berkas=pdf(nama="lagi.pdf")).pk
    assert len([p for p in tmp_path.rglob("*") if p.is_file()]) == 1


def test_one_piece_of_evidence_serves_several_indicators(catat, tambah, skp):
    lama = tambah(catat(), berkas=pdf())
    menit = skp.daftar_rhk.get(urutan=1).daftar_indikator.select_related("rhk").get(satuan="menit")
    realisasi = catat(indikator=menit)

    assert [b.pk for b in queries.bukti_pilihan(skp, kecuali=realisasi)] == [lama.pk]
    baru = tambah(realisasi, keterangan="", bukti_lama=lama)

    assert (baru.berkas.name, baru.keterangan) == (lama.berkas.name, lama.keterangan)
    assert queries.bukti_pilihan(skp, kecuali=realisasi) == []
    assert queries.bukti_serupa(realisasi) == {}


def test_the_same_evidence_in_another_month_is_noticed(catat, tambah):
    lama = tambah(catat(1), berkas=pdf())
    baru = tambah(catat(2), berkas=pdf(nama="februari.pdf"))

    assert queries.bukti_serupa(baru.realisasi) == {baru.pk: lama}


def test_evidence_of_another_plan_cannot_be_borrowed(catat, tambah, orang, akun, bulan):
    lain = (
        buat_skp(orang("bu-dewi"))
        .daftar_rhk.get(urutan=1)
        .daftar_indikator.select_related("rhk")
        .get(urutan=1)
    )
    milik_dewi = actions.record_realisasi(
        lain,
        bulan(2),
        nilai=Decimal(1),
        uraian="",
        by=akun("bu-dewi"),
        at=SEKARANG,
        revisi=0,
        bukti=actions.BuktiBaru(keterangan="Rekap Dewi", berkas=pdf()),
    )

    with pytest.raises(actions.CannotAddBukti, match="tidak ada di SKP ini"):
        tambah(catat(), bukti_lama=milik_dewi.daftar_bukti.get())


def test_what_is_removed_is_kept_and_marked(catat, tambah, akun):
    bukti = tambah(catat(), berkas=pdf())

    for _ in range(2):
        actions.remove_bukti(bukti, by=akun("pak-budi"), at=SEKARANG)

    bukti.refresh_from_db()
    assert bukti.removed_at == SEKARANG
    with bukti.berkas.open("rb") as isi:
        assert isi.read() == PDF
    assert Catatan.objects.filter(tindakan="bukti.hapus").count() == 1


@pytest.mark.parametrize("slug", ["bu-sari", "bu-dewi", "bu-rina"])
def test_nobody_but_the_owner_adds_or_removes(catat, tambah, akun, slug):
    bukti = tambah(catat(), tautan="https://contoh.go.id/rekap")

    with pytest.raises(PermissionDenied):
        tambah(bukti.realisasi, by=slug, tautan="https://contoh.go.id/lain")
    with pytest.raises(PermissionDenied):
        actions.remove_bukti(bukti, by=akun(slug), at=SEKARANG)


def test_a_closed_period_takes_no_more_evidence(catat, tambah, bulan):
    realisasi = catat()
    Periode.objects.filter(pk=bulan(2).pk).update(ditutup_at=SEKARANG)

    with pytest.raises(actions.CannotRecordRealisasi, match="ditutup"):
        tambah(realisasi, berkas=pdf())


def test_a_file_whose_row_failed_is_taken_away_again(catat, tambah, tmp_path):
    realisasi = catat()

    with connection.execute_wrapper(_dies_at_the_trail), pytest.raises(OperationalError, match="mati"):
        tambah(realisasi, berkas=pdf())

    assert not BuktiDukung.objects.exists()
    assert not [p for p in tmp_path.rglob("*") if p.is_file()]


def _dies_at_the_trail(execute, sql, params, many, context):
    if sql.startswith('INSERT INTO "jejak_catatan"'):
        raise OperationalError("listrik mati")
    return execute(sql, params, many, context)
