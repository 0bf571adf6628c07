"""The accounts app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Registers the app under its one word."""

    name = "localvision.workbench.accounts"
    label = "accounts"
