"""For a first run on one machine: nothing to configure."""

import os
import secrets

from config.settings.base import *
from config.settings.base import DATA_DIR, SECRET_KEY

DEBUG = os.environ.get("KINERJA_DEBUG") == "1"
KINERJA_GALERI = True

DATA_DIR.mkdir(parents=True, exist_ok=True)
_kunci = DATA_DIR / "kunci-rahasia"
if not SECRET_KEY:
    if not _kunci.exists():
        _kunci.write_text(secrets.token_urlsafe(50))
        _kunci.chmod(0o600)
    SECRET_KEY = _kunci.read_text()
