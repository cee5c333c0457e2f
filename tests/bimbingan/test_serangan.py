"""Somebody with every right on the database, the trail, the log and the pages does not read what was said."""

from __future__ import annotations

import logging
import secrets
import sys

import pytest
from django.test import RequestFactory
from django.urls import reverse
from django.views.debug import ExceptionReporter

from kinerja.bimbingan import actions, brankas
from kinerja.bimbingan.actions import CannotCounsel, KunciKonselingHilang
from kinerja.bimbingan.brankas import unseal
from kinerja.bimbingan.models import AmplopKonseling, Konseling
from tests.arsitektur.dunia import DAFTAR_PENGETUK
from tests.arsitektur.test_akses import TABEL
from tests.conftest import SEKARANG
from tests.factories.bimbingan import buat_konseling, buat_konselor
from tests.sumber.penyerang import Arsip, all_tables, dump, haystack, in_plain_sight

pytestmark = pytest.mark.django_db
AT = {"at": SEKARANG}


@pytest.fixture
def rahasia() -> str:
    return f"rahasia{secrets.token_hex(8)}"


@pytest.fixture
def kasus(skp, orang) -> Konseling:
    return buat_konseling(skp.pegawai, konselor=orang("bu-nurul"))


def haystack_of(*, log: str = "") -> set[bytes]:
    """Everything in every table, in every guise, and the log."""
    return haystack(Arsip(potret=[dump(all_tables()), {}], log=log))


def test_through_the_pages_nothing_reaches_database_session_trail_or_log(
    kasus, orang, akun, masuk, rahasia, caplog
):
    """Everything that can be typed: the request, notes of both, the draft, the message about it; with errors between."""
    konselor, pegawai = masuk("bu-nurul"), masuk("pak-budi")
    terdaftar = buat_konselor(orang("bu-nurul"))
    Konseling.objects.filter(pk=kasus.pk).update(keadaan="selesai")
    with caplog.at_level(logging.DEBUG):
        minta = {"konselor": terdaftar.pk, "permintaan": rahasia}
        alamat = pegawai.post(reverse("bimbingan:konseling_request"), minta).url
        baru = Konseling.objects.exclude(pk=kasus.pk).get()
        konselor.post(reverse("bimbingan:konseling_accept", args=[baru.pk]))
        catat = reverse("bimbingan:catatan_add", args=[baru.pk])
        for client in (konselor, pegawai):
            client.post(catat, {"teks": rahasia})
            client.post(catat, {"teks": rahasia * 400})
        baru.daftar_temu.create(at=SEKARANG, tempat="B", keadaan="terlaksana")
        isi = {"hasil": rahasia, "tindak_lanjut": rahasia}
        konselor.post(reverse("bimbingan:draf_edit", args=[baru.pk]), isi)
        konselor.post(reverse("bimbingan:draf_edit", args=[baru.pk]), {"hasil": rahasia})
        baru.refresh_from_db()
        baca = {"shown_at": baru.shown_at.isoformat(timespec="microseconds"), "tanggapan": rahasia}
        pegawai.post(reverse("bimbingan:draf_confirm", args=[baru.pk]), baca)
        for client in (konselor, pegawai):
            assert rahasia in client.get(alamat).content.decode()
            client.get("/")

    assert AmplopKonseling.objects.filter(konseling=baru).count() == 5
    assert not in_plain_sight(haystack_of(log=caplog.text), rahasia)
    for client in (konselor, pegawai):
        assert rahasia not in repr(list(client.session.items()))


def test_no_page_of_the_site_shows_it_to_anybody_else(kasus, skp, akun, masuk, rahasia):
    """Every address that takes this case, or none, knocked at by everybody but the two."""
    actions.write_catatan(kasus, teks=rahasia, by=akun("bu-nurul"), **AT)
    amplop = kasus.daftar_amplop.get()
    dengan = {
        "konseling_id": kasus.pk,
        "amplop_id": amplop.pk,
        "pegawai_id": skp.pegawai_id,
        "skp_id": skp.pk,
    }
    dicoba = 0
    for siapa, slug in DAFTAR_PENGETUK.items():
        if siapa in ("pemilik", "anonim", "rekan", "instansi_lain", "admin_lain"):
            continue
        client = masuk(slug)
        for nama, baris in TABEL.items():
            alamat = address_or_none(nama, dengan)
            if alamat is None or baris["cara"] != "GET":
                continue
            dicoba += 1
            respons = client.get(alamat)
            assert rahasia.encode() not in b"".join(respons), (siapa, nama)
            if "/konseling/" in alamat and "konseling_id" in nama_argumen(nama):
                assert respons.status_code == 404

    assert dicoba > 200


def nama_argumen(nama: str) -> tuple[str, ...]:
    from tests.arsitektur.test_akses import DAFTAR_ALAMAT  # noqa: PLC0415 - read when the addresses are loaded

    return DAFTAR_ALAMAT[nama]


def address_or_none(nama: str, isi: dict[str, object]) -> str | None:
    argumen = nama_argumen(nama)
    if any(satu not in isi for satu in argumen):
        return None
    return reverse(nama, kwargs={satu: isi[satu] for satu in argumen})


def test_with_the_key_he_would_read_it(kasus, akun, rahasia):
    """So the tests above can fail: the key, and the secret that wraps it, are what it hangs on."""
    actions.write_catatan(kasus, teks=rahasia, by=akun("bu-nurul"), **AT)

    amplop = AmplopKonseling.objects.select_related("konseling").get()

    assert unseal(amplop) == {"teks": rahasia}


def test_the_key_file_alone_opens_nothing_without_the_secret_of_the_installation(
    kasus, akun, rahasia, settings
):
    actions.write_catatan(kasus, teks=rahasia, by=akun("bu-nurul"), **AT)
    settings.SECRET_KEY = "kunci lain"

    with pytest.raises(KunciKonselingHilang):
        unseal(AmplopKonseling.objects.select_related("konseling").get())


def test_a_new_secret_still_opens_old_notes_while_the_former_is_named(kasus, akun, rahasia, settings):
    actions.write_catatan(kasus, teks=rahasia, by=akun("bu-nurul"), **AT)
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "kunci baru"

    assert unseal(AmplopKonseling.objects.select_related("konseling").get())["teks"] == rahasia


@pytest.mark.parametrize("ubah", ["konselor", "pegawai", "penulis", "kasus"])
def test_a_row_that_was_reassigned_in_the_table_opens_nowhere(kasus, orang, akun, masuk, rahasia, ubah):
    """With write access he makes himself the counsellor, the person or the writer; or moves the note to his own case."""
    actions.write_catatan(kasus, teks=rahasia, by=akun("bu-nurul"), **AT)
    anton = orang("pak-anton")
    if ubah == "penulis":
        AmplopKonseling.objects.update(penulis=anton.user)
    elif ubah == "kasus":
        AmplopKonseling.objects.update(konseling=buat_konseling(anton, konselor=orang("bu-dewi")))
    else:
        Konseling.objects.filter(pk=kasus.pk).update(**{ubah: anton})

    for satu in Konseling.objects.order_by("pk"):
        respons = masuk("pak-anton").get(reverse("bimbingan:konseling_detail", args=[satu.pk]))
        assert rahasia not in respons.content.decode()
    with pytest.raises(KunciKonselingHilang):
        unseal(AmplopKonseling.objects.select_related("konseling").get())


def test_every_envelope_has_one_length(kasus, akun):
    for teks in ("a", "panjang " * 700):
        actions.write_catatan(kasus, teks=teks, by=akun("bu-nurul"), **AT)

    assert len({len(bytes(a.isi)) for a in AmplopKonseling.objects.all()}) == 1
    with pytest.raises(CannotCounsel, match="terlalu panjang"):
        actions.write_catatan(kasus, teks="x" * brankas.PANJANG, by=akun("bu-nurul"), **AT)


def test_a_lost_key_is_said_kindly_and_the_rest_stays(kasus, akun, masuk, settings):
    actions.write_catatan(kasus, teks="Tidak terbaca lagi.", by=akun("bu-nurul"), **AT)
    next(settings.KUNCI_KONSELING_DIR.glob("*.kunci")).unlink()
    alamat = reverse("bimbingan:konseling_detail", args=[kasus.pk])

    halaman = masuk("bu-nurul").get(alamat)

    assert halaman.status_code == 200
    assert "kuncinya tidak terbaca" in halaman.content.decode()
    assert "Pertemuan" in halaman.content.decode()
    jawaban = masuk("bu-nurul").post(
        reverse("bimbingan:catatan_add", args=[kasus.pk]), {"teks": "Yang diketik"}
    )
    assert jawaban.status_code == 422
    assert "Yang diketik" in jawaban.content.decode()


def test_an_error_report_hides_what_was_typed(kasus, akun, rahasia, monkeypatch, rf: RequestFactory):
    """A crash in the middle of sealing: the report that a developer gets has the line and not the words."""

    def crash(*_: object) -> bytes:
        raise RuntimeError("disk penuh")

    monkeypatch.setattr(brankas, "read_key", crash)
    try:
        actions.write_catatan(kasus, teks=rahasia, by=akun("bu-nurul"), **AT)
    except RuntimeError:
        jenis, galat, jejak = sys.exc_info()
        laporan = ExceptionReporter(
            rf.get("/"), jenis, galat, jejak.tb_next
        )  # this test knows the word itself

    teks = laporan.get_traceback_html() + laporan.get_traceback_text()
    assert "disk penuh" in teks
    assert rahasia not in teks


def test_key_files_are_for_the_server_alone_and_marked_for_backups(kasus, settings):
    folder = settings.KUNCI_KONSELING_DIR
    berkas = folder / f"{kasus.kode}.kunci"

    assert berkas.stat().st_mode & 0o777 == 0o600
    assert (folder / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f5")
    assert in_plain_sight({berkas.read_bytes()}, str(kasus.kode)) is False
