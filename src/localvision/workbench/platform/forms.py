"""How forms are drawn: one field pattern everywhere, errors tied to their fields."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.renderers import DjangoTemplates
from django.forms.widgets import Input

#: The design system's class of each kind of control; the first match wins.
_CONTROL_CLASSES: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.CheckboxSelectMultiple, "govuk-checkboxes__input"),
    (forms.RadioSelect, "govuk-radios__input"),
    (forms.CheckboxInput, "govuk-checkboxes__input"),
    (forms.Select, "govuk-select"),
    (forms.Textarea, "govuk-textarea"),
    (forms.FileInput, "govuk-file-upload"),
    (Input, "govuk-input"),
)
#: Groups of choices are drawn as the design system draws them.
_TEMPLATES = {
    "django/forms/widgets/radio.html": "platform/forms/choices.html",
    "django/forms/widgets/checkbox_select.html": "platform/forms/choices.html",
    "django/forms/errors/list/default.html": "platform/forms/errors.html",
}


class DesignedField(forms.BoundField):
    """Gives each control its class, and says to the templates what kind of control it is."""

    def build_widget_attrs(
        self, attrs: dict[str, Any], widget: forms.Widget | None = None
    ) -> dict[str, Any]:
        """Add the design system's class, and keep any class that the form gave."""
        drawn = widget or self.field.widget
        built = super().build_widget_attrs(attrs, drawn)
        if drawn.is_hidden:
            return built
        names = [str(drawn.attrs.get("class", "")), str(built.get("class", ""))]
        name = _class_of(drawn)
        names += [name, f"{name}--error" if self.errors and name else ""]
        if classes := " ".join(dict.fromkeys(" ".join(names).split())):
            built["class"] = classes
        return built

    @property
    def is_tick(self) -> bool:
        """Tell whether this is a single tick box, whose label stands after it."""
        return isinstance(self.field.widget, forms.CheckboxInput)

    @property
    def first_id(self) -> str:
        """Return the id that a link from the list of errors goes to."""
        return f"{self.auto_id}_0" if self.use_fieldset else self.auto_id


class Renderer(DjangoTemplates):
    """Draws each field with its label, hint and error in the design system's pattern."""

    field_template_name = "platform/forms/field.html"
    form_template_name = "platform/forms/form.html"
    bound_field_class = DesignedField

    def get_template(self, template_name: str) -> Any:
        """Return the template, ours where we draw a widget in our own way."""
        return super().get_template(_TEMPLATES.get(template_name, template_name))


def _class_of(widget: forms.Widget) -> str:
    for kind, name in _CONTROL_CLASSES:
        if isinstance(widget, kind):
            return name
    return ""
