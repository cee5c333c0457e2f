"""For the test-suite: fast hashing, nothing kept, the database chosen by KINERJA_TEST_DATABASE."""

import os
import tempfile
from pathlib import Path

os.environ["KINERJA_DATABASE"] = os.environ.get("KINERJA_TEST_DATABASE", "")
os.environ["KINERJA_DATA"] = os.environ.get("KINERJA_TEST_DATA", tempfile.mkdtemp(prefix="kinerja-uji-"))

from config.settings.base import *

DATA_DIR = Path(os.environ["KINERJA_DATA"])
SECRET_KEY = "hanya-untuk-pengujian"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["*"]
AXES_ENABLED = False
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
KINERJA_GALERI = True

MIDDLEWARE = [*MIDDLEWARE, "kinerja.www.middleware.ReadOnlyGetMiddleware"]
(DATA_DIR / "static").mkdir(parents=True, exist_ok=True)
