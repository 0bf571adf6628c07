"""People who sign in."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from localvision.workbench.platform.privacy import PERSONAL, SAFE, Privacy


class Accounts(BaseUserManager["Account"]):
    """Makes accounts and finds them by address."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> Account:
        """Make an account; without a password it cannot sign in by one."""
        account = self.model(email=self.normalize_email(email), **fields)
        account.set_password(password)
        account.save()
        return account


class Account(AbstractBaseUser):
    """Somebody who signs in. What they may do is said by their memberships."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    is_active = models.BooleanField(default=True)
    is_laptop_owner = models.BooleanField(default=False)
    made_at = models.DateTimeField(auto_now_add=True)

    objects = Accounts()
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    privacy = Privacy(
        {
            "email": PERSONAL,
            "name": PERSONAL,
            "password": PERSONAL,
            "last_login": PERSONAL,
            "is_active": SAFE,
            "is_laptop_owner": SAFE,
            "made_at": SAFE,
        }
    )

    def __str__(self) -> str:
        return self.name

    @property
    def audit_key(self) -> str:
        """Key in the audit: never the address."""
        return f"account:{self.pk}"

    @property
    def audit_name(self) -> str:
        """Name in the audit."""
        return self.name
