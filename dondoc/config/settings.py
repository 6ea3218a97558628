"""All settings in one place; each is read once from the environment and runs with none set."""

import os
import secrets
from pathlib import Path
from typing import Any

import dj_database_url
from csp.constants import NONE, SELF

ROOT = Path(__file__).resolve().parent.parent.parent


def env(name: str, default: str = "") -> str:
    """A setting, or the content of the file that NAME_FILE names."""
    if path := os.environ.get(f"{name}_FILE"):
        return Path(path).read_text().strip()
    return os.environ.get(name, default)


def env_bool(name: str, default: bool) -> bool:
    return env(name, str(default)).lower() in ("1", "true", "yes")


def env_int(name: str, default: int) -> int:
    return int(env(name) or default)


def env_list(name: str, default: str) -> list[str]:
    return [part.strip() for part in env(name, default).split(",") if part.strip()]


HOME = Path(env("DONDOC_HOME", str(ROOT / "var"))).resolve()
HOME.mkdir(parents=True, exist_ok=True)
FILES = HOME / "files"
SPOOL = HOME / "spool"


def _secret() -> str:
    """The installation's own secret: given, or drawn once and kept in its folder."""
    if given := env("DONDOC_SECRET"):
        return given
    kept = HOME / "secret"
    if not kept.exists():
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(50))
    return kept.read_text()


def _database() -> dict[str, Any]:
    if url := env("DONDOC_DATABASE_URL"):
        postgres = dict(dj_database_url.parse(url))
        postgres["OPTIONS"] = {"pool": {"min_size": 1, "max_size": env_int("DONDOC_POOL", 8)}}
        return postgres
    return {
        "ENGINE": "dondoc.database.sqlite",
        "NAME": HOME / "dondoc.sqlite3",
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
            " PRAGMA secure_delete=ON;"
            " PRAGMA mmap_size=268435456; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY;",
        },
        "TEST": {"NAME": HOME / "test.sqlite3"},
    }


SECRET_KEY = _secret()
DEBUG = env_bool("DONDOC_DEBUG", False)
BASE_URL = env("DONDOC_BASE_URL", "http://127.0.0.1:8000")
ALLOWED_HOSTS = env_list("DONDOC_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = [BASE_URL]
BEHIND_TLS = BASE_URL.startswith("https://")
DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TEST_RUNNER = "django.test.runner.DiscoverRunner"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.usersessions",
    "axes",
    "csp",
    "dondoc.ui",
    "dondoc.database",
    "dondoc.accounts",
    "dondoc.jobs",
    "dondoc.journal",
    "dondoc.agencies",
    "dondoc.documents",
    "dondoc.tasks",
    "dondoc.meetings",
    "dondoc.planning",
    "dondoc.remedies",
    "dondoc.urging",
    "dondoc.handovers",
    "dondoc.scorecards",
    "dondoc.reports",
    "dondoc.notifications",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "axes.middleware.AxesMiddleware",
    "dondoc.config.middleware.seat",
    "dondoc.config.middleware.journal_facts",
    "dondoc.config.middleware.refusals",
]

ROOT_URLCONF = "dondoc.config.urls"
WSGI_APPLICATION = "dondoc.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "dondoc.config.templates.environment",
            "loader": None,
            "context_processors": ["dondoc.config.templates.page"],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    },
]

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["dondoc.accounts.hashing.Argon2"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "dondoc.accounts.passwords.LongEnough"},
    {"NAME": "dondoc.accounts.passwords.NotCommon"},
    {"NAME": "dondoc.accounts.passwords.NotTheName"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "dondoc.accounts.adapter.Adapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_RATE_LIMITS = False  # axes is the only limiter: its store is shared by all nodes
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
USERSESSIONS_TRACK_ACTIVITY = False

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "429.html"
AXES_RESET_ON_SUCCESS = True
AXES_USERNAME_CALLABLE = "dondoc.accounts.signing.name_tried"
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # an impatient man is not shut out for ever
AXES_VERBOSE = False
SILENCED_SYSTEM_CHECKS = ["axes.W003"]  # axes' own backend is listed first, above

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 8 * 3600
SESSION_COOKIE_NAME = "__Host-dondoc" if BEHIND_TLS else "dondoc"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_TLS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
IDLE_SECONDS = env_int("DONDOC_IDLE_SECONDS", 15 * 60)
BELL_SECONDS = env_int("DONDOC_BELL_SECONDS", 15)
SECURE_HSTS_SECONDS = 31_536_000 if BEHIND_TLS else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

LANGUAGE_CODE = "vi"
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
USE_I18N = True
DATE_INPUT_FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"]
FORMAT_MODULE_PATH = ["dondoc.config.formats"]

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STATIC_ROOT.mkdir(exist_ok=True)
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG

EMAIL_HOST = env("DONDOC_SMTP_HOST")
EMAIL_PORT = env_int("DONDOC_SMTP_PORT", 25)
EMAIL_HOST_USER = env("DONDOC_SMTP_USER")
EMAIL_HOST_PASSWORD = env("DONDOC_SMTP_PASSWORD")
EMAIL_USE_TLS = env_bool("DONDOC_SMTP_TLS", False)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env("DONDOC_MAIL_FROM", "Đôn Đốc <dondoc@localhost>")

TEXT_GATEWAY = env("DONDOC_TEXT_GATEWAY")
TEXT_KEY = env("DONDOC_TEXT_KEY")
TEXT_VIA = env("DONDOC_TEXT_VIA", "zalo,sms").replace(" ", "").split(",")

PUSH_SERVICES = env_list(
    "DONDOC_PUSH_SERVICES",
    "https://fcm.googleapis.com, https://*.push.services.mozilla.com, "
    "https://*.notify.windows.com, https://*.push.apple.com",
)
REPLY_ADDRESS = env("DONDOC_REPLY_ADDRESS")
REPLY_AUTHORITY = env("DONDOC_REPLY_AUTHORITY")
IMAP_HOST = env("DONDOC_IMAP_HOST")
IMAP_PORT = env_int("DONDOC_IMAP_PORT", 993)
IMAP_USER = env("DONDOC_IMAP_USER")
IMAP_PASSWORD = env("DONDOC_IMAP_PASSWORD")
IMAP_FOLDER = env("DONDOC_IMAP_FOLDER", "INBOX")
IMAP_TLS = env_bool("DONDOC_IMAP_TLS", True)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env("DONDOC_LOG_LEVEL", "WARNING")},
}
