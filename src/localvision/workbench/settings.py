"""Settings of the workbench, for one workspace named by the environment."""

from __future__ import annotations

import os
from importlib.util import find_spec

from csp.constants import NONE, SELF

from localvision.workbench.workspaces import current_workspace

WORKSPACE = current_workspace()
LAPTOP = WORKSPACE.mode == "laptop"

DEBUG = False
SECRET_KEY = WORKSPACE.secret()
ALLOWED_HOSTS = os.environ.get("LOCALVISION_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [
    origin for origin in os.environ.get("LOCALVISION_ORIGINS", "").split(",") if origin
]

INSTALLED_APPS = [
    "localvision.workbench.platform",
    "localvision.workbench.accounts",
    "localvision.workbench.programmes",
    "localvision.workbench.documents",
    "localvision.workbench.coding",
    "localvision.workbench.claims",
    "localvision.workbench.reporting",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    "django_cotton",
    "django_htmx",
    "csp",
    "ninja",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "localvision.workbench.accounts.laptop.LaptopOwnerMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "localvision.workbench.urls"
WSGI_APPLICATION = "localvision.workbench.wsgi.application"
AUTH_USER_MODEL = "accounts.Account"
LOGIN_URL = "accounts:sign-in"
LOGIN_REDIRECT_URL = "programmes:list"
LOGOUT_REDIRECT_URL = "accounts:sign-in"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "localvision.workbench.programmes.context.current_programme",
            ],
        },
    }
]
FORM_RENDERER = "localvision.workbench.platform.forms.Renderer"
COTTON_DIR = "components"

#: Rooms of the house in the order of the walk: key, label, route, and the capability that shows
#: the link. Here, beside the list of apps, as no room knows those above it.
ROOMS = [
    ("programme", "Programme", "programmes:home", "see_programme"),
    ("places", "Places", "programmes:places", "see_programme"),
    ("evidence", "Evidence", "documents:sources", "read_sources"),
    ("coding", "Coding", "coding:matrix", "see_counts"),
    ("claims", "Claims", "claims:list", "read_claims"),
    ("report", "Report", "reporting:list", "read_reports"),
]

DATABASES = {"default": WORKSPACE.database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

#: Argon2 comes with the `team` extra; a laptop's owner signs in without a password.
PASSWORD_HASHERS = [
    *(["django.contrib.auth.hashers.Argon2PasswordHasher"] if find_spec("argon2") else []),
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not LAPTOP
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = None if LAPTOP else ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 30 * 2**20
FILE_UPLOAD_MAX_MEMORY_SIZE = 10 * 2**20
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
