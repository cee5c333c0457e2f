import pytest

from kinerja.lib.tautan import TautanDitolak, periksa_tautan


@pytest.mark.parametrize(
    ("teks", "url"),
    [
        ("https://contoh.go.id/laporan?id=1#bagian", "https://contoh.go.id/laporan?id=1#bagian"),
        ("  https://contoh.go.id  ", "https://contoh.go.id"),
        ("contoh.go.id/laporan", "https://contoh.go.id/laporan"),
        ("contoh.go.id:8443/laporan", "https://contoh.go.id:8443/laporan"),
        ("https://contoh.go.id/masukan-warga", "https://contoh.go.id/masukan-warga"),
    ],
)
def test_public_link_is_accepted_without_warning(teks, url):
    tautan = periksa_tautan(teks)

    assert (tautan.url, tautan.peringatan) == (url, ())


@pytest.mark.parametrize(
    ("teks", "pesan"),
    [
        ("", "belum diisi"),
        ("javascript:alert(1)", "javascript:"),
        ("data:text/html,halo", "data:"),
        ("file:///D:/bukti.pdf", "unggah berkasnya"),
        ("C:\\bukti\\rekap.pdf", "nama berkas"),
        ("mailto:sari@contoh.go.id", "mailto:"),
        ("bukti ada di meja", "spasi"),
        ("https://a.go.id https://b.go.id", "satu tautan"),
        ("buktinya", "bukan tautan"),
        ("laporan.pdf", "nama berkas"),
        ("https://", "tidak lengkap"),
        ("https://-.go.id/", "tidak lengkap"),
        ("https://[::1", "rusak"),
        ("https://contoh.go.id:angka/", "rusak"),
        ("https://budi:rahasia@contoh.go.id/", "sandi"),
        ("https://contoh.go.id/" + "a" * 2000, "terlalu panjang"),
    ],
)
def test_link_that_is_no_link_is_refused_with_what_to_do(teks, pesan):
    with pytest.raises(TautanDitolak, match=pesan):
        periksa_tautan(teks)


@pytest.mark.parametrize(
    ("teks", "pesan"),
    [
        ("http://contoh.go.id", "http tanpa pengaman"),
        ("https://192.168.1.20/rekap", "jaringan kantor"),
        ("https://localhost:8000/rekap", "jaringan kantor"),
        ("https://[::1]/rekap", "jaringan kantor"),
        ("https://server-kantor/rekap", "jaringan kantor"),
        ("https://arsip.local/rekap", "jaringan kantor"),
        ("https://contoh.go.id/login?lanjut=rekap", "login"),
        ("https://accounts.google.com/v3", "login"),
        ("https://drive.google.com/file/d/1", "berbagi"),
        ("https://s.id/rekap", "alamat aslinya"),
    ],
)
def test_link_that_the_reader_may_not_open_is_accepted_with_a_warning(teks, pesan):
    assert any(pesan in peringatan for peringatan in periksa_tautan(teks).peringatan)
