"""Two tabs on one form: the second is told, reads what is stored, keeps what it typed, and may then decide."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from kinerja.acara.models import LangkahSosialisasi
from kinerja.pelatihan.models import KelasPelatihan
from kinerja.perencanaan import actions
from kinerja.perencanaan.models import HasilTemplat, TemplatSKP
from tests.conftest import SEKARANG
from tests.factories.acara import buat_rencana, langkah_pertama
from tests.factories.pelatihan import buat_kelas
from tests.formulir import isian_halaman


@pytest.fixture
def buat(orang, akun):
    """One row of each kind."""

    def templat() -> TemplatSKP:
        instansi = orang("pak-anton").instansi
        return actions.save_templat(instansi, jabatan="Apoteker", by=akun("pak-anton"), at=SEKARANG)

    def hasil() -> HasilTemplat:
        isi = actions.IsiHasilTemplat(teks="Obat diserahkan dengan penjelasan")
        return actions.save_hasil_templat(templat(), isi, by=akun("pak-anton"), at=SEKARANG)

    return {
        TemplatSKP: templat,
        HasilTemplat: hasil,
        KelasPelatihan: lambda: buat_kelas(orang),
        LangkahSosialisasi: lambda: langkah_pertama(buat_rencana(orang)),
    }


@pytest.mark.parametrize(
    ("model", "nama_url", "medan"),
    [
        (TemplatSKP, "perencanaan:templat_edit", "jabatan"),
        (HasilTemplat, "perencanaan:hasil_templat_edit", "teks"),
        (KelasPelatihan, "pelatihan:kelas_edit", "nama"),
        (LangkahSosialisasi, "acara:langkah_edit", "judul"),
    ],
)
def test_the_second_of_two_tabs_overwrites_nothing_unseen(model, nama_url, medan, buat, masuk):
    satu, client = buat[model](), masuk("pak-anton")
    alamat = reverse(nama_url, args=[satu.pk])
    isian = isian_halaman(client.get(alamat))
    assert client.post(alamat, isian | {medan: "Dari tab pertama"}).status_code == 302

    ditolak = client.post(alamat, isian | {medan: "Dari tab kedua"})

    halaman = ditolak.content.decode()
    assert ditolak.status_code == 422
    assert "sudah disimpan dari tab lain" in halaman
    kini = halaman.split("Yang tersimpan sekarang")[1].split("</dl>")[0]
    assert (
        len(set(re.findall("<dt>([^<]+)", kini)) - {"Indikator"}) == 1
    )  # the one that differs, and the lines below it
    assert "Dari tab kedua" in halaman
    assert getattr(model.objects.get(pk=satu.pk), medan) == "Dari tab pertama"
    assert client.post(alamat, isian_halaman(ditolak)).status_code == 302
    assert getattr(model.objects.get(pk=satu.pk), medan) == "Dari tab kedua"
