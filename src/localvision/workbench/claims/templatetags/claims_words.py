"""Small words of the claims pages: roles by label, the way back up, trouble on a form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from django import forms, template

register = template.Library()


@register.filter
def role_label(key: str, labels: Mapping[str, str]) -> str:
    """Return the programme's word for a role, and plain words where none is recorded.

    >>> role_label("citizen", {"citizen": "Citizen"}), role_label("", {})
    ('Citizen', 'role not recorded')
    """
    return labels.get(key, key) or "role not recorded"


@register.simple_tag
def trail(*parts: str | int) -> list[tuple[str, str]]:
    """Return breadcrumbs from labels and addresses; a number at the end joins the last label.

    >>> trail("Claims", "/claims/", "Claim", "/claims/4/", 4)
    [('Claims', '/claims/'), ('Claim 4', '/claims/4/')]
    """
    pairs = [(str(parts[at]), str(parts[at + 1])) for at in range(0, len(parts) - 1, 2)]
    if len(parts) % 2:
        label, url = pairs[-1]
        pairs[-1] = (f"{label} {parts[-1]}", url)
    return pairs


@register.simple_tag
def evidence_tabs(
    sides: Sequence[tuple[str, str]], here: str, role: str
) -> list[tuple[str, str, str]]:
    """Return the tabs of the evidence page, which keep the role."""
    return [
        (label, f"{here}?{urlencode({'bearing': key, 'role': role})}", key) for key, label in sides
    ]


@register.filter
def problems(form: forms.Form) -> list[dict[str, str]]:
    """Return what is wrong with a form, for the error summary."""
    return [{"text": str(words)} for errors in form.errors.values() for words in errors]
