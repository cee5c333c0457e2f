"""Settings shared by every way of running Kinerja. Each value can be set in the environment."""

import os
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from csp.constants import NONE, SELF

BASE_DIR = Path(__file__).resolve().parent.parent.parent
DATA_DIR = Path(os.environ.get("KINERJA_DATA", BASE_DIR / ".data")).resolve()

# Keys of rating rounds: outside the database, best outside its backups, destroyed when a round closes (docs/adr/0014).
KUNCI_PUTARAN_DIR = Path(os.environ.get("KINERJA_KUNCI_PUTARAN", DATA_DIR / "kunci-putaran")).resolve()

# Keys of counselling notes: outside the database and its backups, wrapped by SECRET_KEY (docs/adr/0017).
KUNCI_KONSELING_DIR = Path(os.environ.get("KINERJA_KUNCI_KONSELING", DATA_DIR / "kunci-konseling")).resolve()

DEBUG = False
SECRET_KEY = os.environ.get("KINERJA_SECRET_KEY", "")
ALLOWED_HOSTS = os.environ.get("KINERJA_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [asal for asal in os.environ.get("KINERJA_ORIGINS", "").split(",") if asal]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "axes",
    "csp",
    "django_htmx",
    "kinerja.pekerjaan",
    "kinerja.jejak",
    "kinerja.notifikasi",
    "kinerja.akun",
    "kinerja.kepegawaian",
    "kinerja.kompetensi",
    "kinerja.rekap",
    "kinerja.setelan",
    "kinerja.kebijakan",
    "kinerja.layanan",
    "kinerja.perencanaan",
    "kinerja.pelaksanaan",
    "kinerja.sumber",
    "kinerja.penilaian",
    "kinerja.statistik",
    "kinerja.kalibrasi",
    "kinerja.dialog",
    "kinerja.dukungan",
    "kinerja.bimbingan",
    "kinerja.pelatihan",
    "kinerja.pengembangan",
    "kinerja.pembinaan",
    "kinerja.penghargaan",
    "kinerja.karier",
    "kinerja.talenta",
    "kinerja.tindak_lanjut",
    "kinerja.pengingat",
    "kinerja.pantau",
    "kinerja.peta",
    "kinerja.laporan",
    "kinerja.cari",
    "kinerja.tanya",
    "kinerja.acara",
    "kinerja.kesiapan",
    "kinerja.sosialisasi",
    "kinerja.integrasi",
    "kinerja.demo",
    "kinerja.www",
]

# Practice (docs/adr/0024): true only inside its own process, which these settings start and this middleware reaches.
KINERJA_LATIHAN = False
KINERJA_SETELAN_LATIHAN = "config.settings.latihan"
KINERJA_WSGI = "config.wsgi:application"
KINERJA_PERANTARA_LATIHAN = "kinerja.www.sosialisasi.perantara.PerantaraLatihanMiddleware"

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    KINERJA_PERANTARA_LATIHAN,
    "csp.middleware.CSPMiddleware",
    "kinerja.www.middleware.TanpaSimpananMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "kinerja.api.middleware.APIMiddleware",
    "kinerja.www.middleware.TeksBersihMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "kinerja.www.middleware.ZonaWaktuMiddleware",
    "kinerja.www.middleware.FirstLoginMiddleware",
    "axes.middleware.AxesMiddleware",
    "kinerja.www.penglihatan.AksesDataMiddleware",
    "kinerja.www.sekali.KirimSekaliMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
APPEND_SLASH = True

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "kinerja" / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "kinerja.www.jinja.environment",
            "context_processors": [
                "django.contrib.messages.context_processors.messages",
                "kinerja.www.context.shell",
            ],
        },
    },
    {
        # Only for packages that bring templates of their own.
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]


def _postgresql(alamat: str) -> dict[str, object]:
    """postgres://user:password@host:port/name?option=…; `host` may also be an option, for a socket's folder."""
    bagian = urlsplit(alamat)
    pilihan = dict(parse_qsl(bagian.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(bagian.path.lstrip("/")),
        "USER": pilihan.pop("user", "") or unquote(bagian.username or ""),
        "PASSWORD": unquote(bagian.password or ""),
        "HOST": pilihan.pop("host", "") or unquote(bagian.hostname or ""),
        "PORT": str(pilihan.pop("port", "") or bagian.port or ""),
        "OPTIONS": pilihan,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


# Widgets in Jinja2 as well: a rating form has forty of them, and they were half of its time.
FORM_RENDERER = "django.forms.renderers.Jinja2"

DATABASE_URL = os.environ.get("KINERJA_DATABASE", "")
if DATABASE_URL.startswith("postgres"):
    DATABASES = {"default": _postgresql(DATABASE_URL)}
else:
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DATA_DIR / "kinerja.sqlite3",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": (
                    "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA mmap_size=268435456;"
                    "PRAGMA cache_size=-20000;PRAGMA temp_store=MEMORY;PRAGMA journal_size_limit=67108864;"
                    # What is deleted is overwritten: who answered a pulse is not left in a free page (docs/adr/0026).
                    "PRAGMA secure_delete=ON;"
                ),
            },
        }
    }

AUTH_USER_MODEL = "akun.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "kinerja.akun.backends.NIPBackend",
]
PASSWORD_HASHERS = ["kinerja.akun.hashers.Argon2idHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["nip", "nama", "email"]},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "account_login"

# Sign-in by NIP; accounts come from the personnel office, never from a form (docs/adr/0009-masuk-dan-penguncian.md).
ACCOUNT_ADAPTER = "kinerja.www.akun.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "nip"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_PRESERVE_USERNAME_CASING = False  # an exact look-up uses the index; digits have no case
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_USER_DISPLAY = str
ACCOUNT_FORMS = {
    "login": "kinerja.www.akun.forms.LoginForm",
    "change_password": "kinerja.www.akun.forms.PasswordForm",
    "reauthenticate": "kinerja.www.akun.forms.ConfirmPasswordForm",
}
# "login" counts every attempt, also the good ones of an office behind one address. "login_failed" is only asked after
# the right password, for the code of the second step; failed passwords are counted in the adapter.
ACCOUNT_RATE_LIMITS = {"login": "120/m/ip", "login_failed": "5/15m/key", "change_password": "10/m/user"}

MFA_ADAPTER = "kinerja.www.akun.adapter.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Kinerja"
MFA_TOTP_TOLERANCE = 1  # telephones whose clock is half a minute off
MFA_RATE_LIMITS = {"webauthn_login": "120/m/ip"}
MFA_FORMS = {
    "authenticate": "kinerja.www.akun.forms.CodeForm",
    "reauthenticate": "kinerja.www.akun.forms.ConfirmCodeForm",
    "activate_totp": "kinerja.www.akun.forms.ActivateTOTPForm",
    "add_webauthn": "kinerja.www.akun.forms.AddPasskeyForm",
    "authenticate_webauthn": "kinerja.www.akun.forms.PasskeyForm",
    "login_webauthn": "kinerja.www.akun.forms.LoginPasskeyForm",
    "reauthenticate_webauthn": "kinerja.www.akun.forms.ConfirmPasskeyForm",
}

# A stranger's failures lock only his own address against that NIP, and never a device on which the owner signed in.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_USERNAME_FORM_FIELD = "username"  # the credential's name in allauth, not the model's
AXES_WHITELIST_CALLABLE = "kinerja.www.akun.perangkat.is_whitelisted"
AXES_LOCKOUT_CALLABLE = "kinerja.www.akun.terkunci.locked_out"
AXES_CLIENT_IP_CALLABLE = "allauth.core.internal.httpkit.get_client_ip"
AXES_DISABLE_ACCESS_LOG = True  # the audit trail has it
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

# How many proxies of one's own stand before the application. With 0 the address of the connection counts.
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("KINERJA_PROXIES", "0"))

# Invitations go by mail where a server for it is named; without one each letter is a file below DATA_DIR.
EMAIL_HOST = os.environ.get("KINERJA_MAIL_HOST", "")
EMAIL_PORT = int(os.environ.get("KINERJA_MAIL_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("KINERJA_MAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("KINERJA_MAIL_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("KINERJA_MAIL_TLS", "1") == "1"
EMAIL_TIMEOUT = 20
EMAIL_FILE_PATH = DATA_DIR / "surat"
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'filebased'}.EmailBackend"
DEFAULT_FROM_EMAIL = os.environ.get("KINERJA_MAIL_FROM", "Kinerja <tidak-dibalas@localhost>")

# What a worker, who answers no request, writes into letters as the address of this application.
KINERJA_ALAMAT = os.environ.get("KINERJA_ALAMAT", next(iter(CSRF_TRUSTED_ORIGINS), "http://localhost:8000"))

LANGUAGE_CODE = "id"
TIME_ZONE = "Asia/Jakarta"
USE_TZ = True
USE_I18N = True  # Django's own messages in Indonesian; ours are written in Indonesian directly.

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "kinerja" / "static"]
# Files are served from where the build puts them: no copying step before a start.
WHITENOISE_USE_FINDERS = True
# The build puts a hash of the content into these names.
WHITENOISE_IMMUTABLE_FILE_TEST = r"/static/dist/.+-[0-9a-f]{10}\.\w+$"
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA_DIR / "berkas"},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Reports that wait to be fetched: outside the stored evidence and its backups, since each can be made again.
KINERJA_UNDUHAN_DIR = Path(os.environ.get("KINERJA_UNDUHAN", DATA_DIR / "unduhan")).resolve()
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
# The largest evidence file. What is larger is sent as a link.
KINERJA_BATAS_BUKTI = int(os.environ.get("KINERJA_BATAS_BUKTI", str(5 * 1024 * 1024)))
# Above the largest file that a page explains kindly; beyond it nothing is read at all.
KINERJA_BATAS_KIRIMAN = int(os.environ.get("KINERJA_BATAS_KIRIMAN", str(64 * 1024 * 1024)))
DATA_UPLOAD_MAX_MEMORY_SIZE = 6 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 4000

# How long "who looked at my data" is kept. UU 27/2022 wants personal data wiped when its time of keeping is over, and
# leaves that time to the agency; we could not read the article in a primary source, so it is a setting.
KINERJA_SIMPAN_AKSES_HARI = int(os.environ.get("KINERJA_SIMPAN_AKSES_HARI", "730"))

# Where the live process of Pantau answers (docs/adr/0020): an address of its own behind a proxy, or the port that
# `layani` chose on this host. With neither, its pages ask for news by themselves.
KINERJA_HIDUP_URL = os.environ.get("KINERJA_HIDUP_URL", "")
KINERJA_HIDUP_PORT = int(os.environ.get("KINERJA_HIDUP_PORT", "0"))

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "worker-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "tembolok",
        # Counters of failed sign-ins live here: a flood of new keys must not push them out.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

# Calls a minute for one token in one process of the server: a loop gone wild must not take the pages along.
KINERJA_API_LAJU_BACA = int(os.environ.get("KINERJA_API_LAJU_BACA", "600"))
KINERJA_API_LAJU_TULIS = int(os.environ.get("KINERJA_API_LAJU_TULIS", "60"))
# Networks inside the house that webhooks may call, such as "10.1.0.0/16"; public addresses need no word here.
KINERJA_WEBHOOK_JARINGAN = [
    jaringan for jaringan in os.environ.get("KINERJA_WEBHOOK_JARINGAN", "").split(",") if jaringan
]
KINERJA_WEBHOOK_DETIK = float(os.environ.get("KINERJA_WEBHOOK_DETIK", "5"))

# The page that shows every component, for those who build pages.
KINERJA_GALERI = os.environ.get("KINERJA_GALERI") == "1"

# Measuring: `make bench` reads from each answer what it cost, and compares with a page that does nothing.
KINERJA_BENCH = os.environ.get("KINERJA_BENCH") == "1"
if KINERJA_BENCH:
    MIDDLEWARE.insert(0, "config.ukur.TimingMiddleware")
