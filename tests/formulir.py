"""What a browser would send back: the fields of a page, each with what stands in it, and the error beside it."""

from __future__ import annotations

from html.parser import HTMLParser


class Halaman(HTMLParser):
    """The fields of the forms in the page's own part, each with what stands in it, and the error beside it."""

    def __init__(self, response):
        super().__init__()
        self.isian, self.galat = {}, {}
        self._pilihan = self._teks = self._galat = ""
        isi = response.content.decode()
        # The search of the header is on every page and belongs to none.
        self.feed(isi[isi.find("<main") :] if "<main" in isi else isi)

    def handle_starttag(self, tag, attrs):
        isi = dict(attrs)
        nama = isi.get("name") or ""
        if tag == "input" and nama and nama != "csrfmiddlewaretoken":
            if isi.get("type") not in ("checkbox", "radio"):
                self.isian[nama] = isi.get("value") or ""
            elif "checked" in isi:
                self.isian.setdefault(nama, []).append(isi.get("value", "on"))
        elif tag == "select":
            self._pilihan = nama
        elif tag == "option" and "selected" in isi:
            self.isian[self._pilihan] = isi["value"]
        elif tag == "textarea":
            self._teks, self.isian[nama] = nama, ""
        elif (isi.get("id") or "").startswith("galat-id_"):
            self._galat = isi["id"].removeprefix("galat-id_")

    def handle_data(self, data):
        if self._teks:
            self.isian[self._teks] += data
        elif self._galat:
            self.galat[self._galat] = self.galat.get(self._galat, "") + data

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.isian[self._teks] = self.isian[self._teks].lstrip("\r\n")
            self._teks = ""
        elif tag == "p":
            self._galat = ""


def isian_halaman(response):
    """What a browser would send back."""
    return Halaman(response).isian
