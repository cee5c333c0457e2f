"""For an agency's own server: HTTPS, and every secret from the environment."""

from config.settings.base import *

if not SECRET_KEY:
    raise SystemExit("KINERJA_SECRET_KEY belum diisi. Isi dengan teks acak sedikitnya 50 huruf.")

SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
