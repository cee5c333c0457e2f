"""Practice: the same application in a process of its own, on invented data, from which nothing leaves (docs/adr/0024)."""

import os
import secrets
import socket
import sys

os.environ["KINERJA_DATABASE"] = ""
from config.settings.base import *
from config.settings.base import DATA_DIR, MIDDLEWARE

KINERJA_LATIHAN = True
MIDDLEWARE = [satu for satu in MIDDLEWARE if satu != KINERJA_PERANTARA_LATIHAN]

DATA_DIR.mkdir(parents=True, exist_ok=True)
_kunci = DATA_DIR / "kunci-rahasia"
if not _kunci.exists():
    _kunci.write_text(secrets.token_urlsafe(50))
    _kunci.chmod(0o600)
SECRET_KEY = _kunci.read_text()

# It answers on a socket file only, and whoever forwards has looked at the name of the host.
ALLOWED_HOSTS = ["*"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = os.environ.get("LATIHAN_HTTPS") == "1"
ALLAUTH_TRUSTED_PROXY_COUNT = 1

# Only cookies with this beginning pass between the browser and the practice.
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "latihan_sesi", "latihan_csrf"

# Nobody types the password of his real account here: without a seat one is led out.
LOGIN_URL = LOGOUT_REDIRECT_URL = "/sosialisasi/latihan/keluar/"

EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"


def _stay_inside(kejadian: str, isi: tuple[object, ...]) -> None:
    """Whatever the application would like to tell the world: no letter, no webhook, no look-up of a name."""
    if kejadian in ("socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        raise PermissionError("Mode latihan tidak berhubungan dengan luar.")
    if kejadian == "socket.connect" and getattr(isi[0], "family", None) != socket.AF_UNIX:
        raise PermissionError("Mode latihan tidak berhubungan dengan luar.")


sys.addaudithook(_stay_inside)
