"""The components in a real browser: for everybody, under the strict policy, and nothing typed is lost."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client

from kinerja.akun.models import User

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
BERUBAH_JADI_DRAF = """() => {
  const form = document.querySelector("form:has(textarea)");
  form.dataset.draf = "uji";
  form.noValidate = true;
  document.dispatchEvent(new Event("htmx:after:swap"));
}"""


JUMLAH_DRAF = """() => new Promise((jadi) => {
  const minta = indexedDB.open("kinerja", 1);
  minta.onsuccess = () => {
    const hitung = minta.result.transaction("draf").objectStore("draf").count();
    hitung.onsuccess = () => jadi(hitung.result);
  };
})"""


@pytest.fixture
def konteks(peramban, live_server):
    """Budi's browser; a blocked script or style fails the test."""
    budi = User.objects.create_user(
        "199001012099011001", "sandi", nama="Budi Santoso", wajib_ganti_sandi=False
    )
    client = Client()
    client.force_login(budi)
    pesan = []
    konteks = peramban.new_context(base_url=live_server.url, viewport={"width": 360, "height": 740})
    konteks.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
    )
    konteks.on("console", lambda baris: pesan.append(baris.text))
    yield konteks
    konteks.close()
    assert not [baris for baris in pesan if "Content Security Policy" in baris]


@pytest.mark.parametrize("warna", ["light", "dark"])
@pytest.mark.parametrize("lebar", [360, 1280])
def test_components_are_open_to_everybody(konteks, lebar, warna):
    halaman = konteks.new_page()
    halaman.set_viewport_size({"width": lebar, "height": 900})
    halaman.emulate_media(color_scheme=warna)

    for alamat in ("/galeri/", "/galeri/keadaan/"):
        halaman.goto(alamat)
        temuan = Axe().run(halaman).response["violations"]
        assert [(satu["id"], satu["nodes"][0]["html"]) for satu in temuan] == []
        assert halaman.evaluate("document.documentElement.scrollWidth") <= lebar


def test_what_was_typed_is_offered_again(konteks):
    halaman = konteks.new_page()
    halaman.goto("/galeri/")
    halaman.evaluate(BERUBAH_JADI_DRAF)
    halaman.fill("textarea", "Usul pensiun selesai 30 hari sebelum TMT")
    halaman.get_by_text("Draf tersimpan").wait_for()

    halaman.reload()
    halaman.evaluate(BERUBAH_JADI_DRAF)
    halaman.get_by_role("button", name="Pakai isian itu").click()

    assert halaman.input_value("textarea") == "Usul pensiun selesai 30 hari sebelum TMT"


def test_signing_out_leaves_no_draft_behind(konteks):
    halaman = konteks.new_page()
    halaman.goto("/galeri/")
    halaman.evaluate(BERUBAH_JADI_DRAF)
    halaman.fill("textarea", "Catatan pribadi")
    halaman.get_by_text("Draf tersimpan").wait_for()
    assert halaman.evaluate(JUMLAH_DRAF) == 1

    halaman.locator("[data-menu] > summary").click()
    halaman.locator(".menu-lengkap").get_by_role("button", name="Keluar").click()
    halaman.wait_for_url(lambda alamat: "/galeri/" not in alamat)

    assert halaman.evaluate(JUMLAH_DRAF) == 0


def test_pressing_twice_sends_once(konteks):
    terkirim = []
    konteks.on(
        "request", lambda permintaan: terkirim.append(permintaan.url) if permintaan.method == "POST" else None
    )
    halaman = konteks.new_page()
    halaman.goto("/galeri/keadaan/")

    halaman.evaluate("""() => {
      const form = document.querySelector("main form");
      Object.assign(form, {method: "post", target: "lain", noValidate: true});
      const tombol = form.querySelector("button");
      tombol.click();
      tombol.click();
    }""")
    halaman.wait_for_timeout(500)

    assert len(terkirim) == 1
