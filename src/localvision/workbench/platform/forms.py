"""How forms are drawn: one field pattern everywhere, errors tied to their fields."""

from __future__ import annotations

from django.forms.renderers import DjangoTemplates


class Renderer(DjangoTemplates):
    """Draws each field with its label, hint and error in the design system's pattern."""

    field_template_name = "platform/forms/field.html"
    form_template_name = "platform/forms/form.html"
