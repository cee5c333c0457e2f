"""The process of the practice: its own database whatever the surroundings say, and no way to the outside."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

AKAR = Path(__file__).resolve().parents[2]


@pytest.fixture
def di_latihan(tmp_path):
    def run(kode: str) -> str:
        lingkungan = os.environ | {
            "DJANGO_SETTINGS_MODULE": "config.settings.latihan",
            "KINERJA_DATA": str(tmp_path),
            "KINERJA_DATABASE": "postgres://rahasia@nyata/kinerja",
            "KINERJA_MAIL_HOST": "surat.contoh.go.id",
        }
        awal = "import django; django.setup(); from django.conf import settings\n"
        baris = [sys.executable, "-c", awal + kode]
        hasil = subprocess.run(baris, env=lingkungan, cwd=AKAR, capture_output=True, text=True, check=False)
        assert hasil.returncode == 0, hasil.stderr
        return hasil.stdout.strip()

    return run


def test_its_database_and_files_are_its_own(di_latihan, tmp_path):
    isi = di_latihan(
        "print(settings.DATABASES['default']['NAME']); print(settings.STORAGES['default']['OPTIONS']['location']);"
        "print(settings.KUNCI_KONSELING_DIR); print(settings.KUNCI_PUTARAN_DIR)"
    )
    assert all(Path(baris).is_relative_to(tmp_path) for baris in isi.splitlines())


@pytest.mark.parametrize(
    "kode",
    [
        "import smtplib; smtplib.SMTP('127.0.0.1', 25, timeout=1)",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/', timeout=1)",
        "import socket; socket.create_connection(('203.0.113.7', 443), timeout=1)",
        "import socket; socket.getaddrinfo('contoh.go.id', 443)",
        "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('203.0.113.7', 53))",
    ],
)
def test_nothing_leaves(di_latihan, kode):
    isi = di_latihan(
        f"try:\n  {kode}\nexcept OSError as e:\n  print(type(e.reason if hasattr(e, 'reason') else e).__name__)\nelse:\n  print('keluar')"
    )
    assert isi == "PermissionError"


def test_letters_are_not_even_written(di_latihan, tmp_path):
    di_latihan("from django.core.mail import send_mail; send_mail('a', 'b', None, ['x@contoh.go.id'])")
    assert not (tmp_path / "surat").exists()


@pytest.mark.parametrize("sendiri", ["background: [latar]", "foreground: none"])
def test_a_paper_says_that_it_is_none(di_latihan, tmp_path, sendiri):
    (tmp_path / "uji.typ").write_text(
        f'#set document(title: "Uji")\n#set page({sendiri})\n= Isi\n#pagebreak()\nDua'
    )
    isi = di_latihan(
        "import io\nfrom datetime import UTC, datetime\nfrom pathlib import Path\nfrom pypdf import PdfReader\n"
        "from kinerja.dokumen import pdf\n"
        "pdf._FOLDER = Path(settings.DATA_DIR)\n"
        "kertas = pdf.compile_pdf('uji', {}, at=datetime(2026, 3, 2, tzinfo=UTC))\n"
        "print(['LATIHAN' in h.extract_text() for h in PdfReader(io.BytesIO(kertas)).pages])"
    )
    assert isi == "[True, True]"
