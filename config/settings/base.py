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
    "kinerja.akun",
    "kinerja.kepegawaian",
    "kinerja.kompetensi",
    "kinerja.rekap",
    "kinerja.kebijakan",
    "kinerja.layanan",
    "kinerja.perencanaan",
    "kinerja.pelaksanaan",
    "kinerja.sumber",
    "kinerja.penilaian",
    "kinerja.statistik",
    "kinerja.kalibrasi",
    "kinerja.tindak_lanjut",
    "kinerja.demo",
    "kinerja.www",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "kinerja.www.middleware.TanpaSimpananMiddleware",
    "django.middleware.gzip.GZipMiddleware",
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

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
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

# The page that shows every component, for those who build pages.
KINERJA_GALERI = os.environ.get("KINERJA_GALERI") == "1"

# Measuring: `make bench` reads from each answer what it cost, and compares with a page that does nothing.
KINERJA_BENCH = os.environ.get("KINERJA_BENCH") == "1"
if KINERJA_BENCH:
    MIDDLEWARE.insert(0, "config.ukur.TimingMiddleware")
