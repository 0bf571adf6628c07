"""The claims app."""

from django.apps import AppConfig


class ClaimsConfig(AppConfig):
    """Registers the app under its one word."""

    name = "localvision.workbench.claims"
    label = "claims"
