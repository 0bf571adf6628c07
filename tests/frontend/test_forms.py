"""Fields in the error pattern: an error is tied to its field and can be reached from the top."""

from __future__ import annotations

import re

import pytest
from django import forms
from django.utils.html import conditional_escape

from localvision.workbench.platform.gallery import GalleryForm


def html_of(form: forms.Form) -> str:
    return str(conditional_escape(form))


def attributes(html: str, name: str) -> str:
    """Return the tag of the control with this name."""
    found = re.search(rf'<(?:input|select|textarea)[^>]*name="{name}"[^>]*>', html)
    assert found is not None
    return found.group(0)


def test_hint_and_error_are_read_with_the_field() -> None:
    html = html_of(GalleryForm(data={}))
    tag = attributes(html, "place")
    assert 'aria-describedby="id_place_helptext id_place_error"' in tag
    assert 'aria-invalid="true"' in tag
    assert 'class="govuk-input govuk-input--error"' in tag
    assert 'id="id_place_helptext"' in html
    assert 'id="id_place_error"' in html


def test_every_error_has_a_link_that_leads_to_a_control() -> None:
    html = html_of(GalleryForm(data={}))
    links = re.findall(r'href="#(id_\w+)"', html)
    assert len(links) == 4
    assert [each for each in links if f'id="{each}"' not in html] == []


def test_group_of_choices_is_a_fieldset_with_its_error() -> None:
    html = html_of(GalleryForm(data={}))
    start = html.index('<fieldset class="govuk-fieldset" aria-describedby="id_role_error">')
    part = html[start : html.index("</fieldset>", start)]
    assert "Who spoke" in part
    assert part.count('<input type="radio"') == 3
    assert part.index('id="id_role_error"') < part.index("<input")


def test_optional_fields_say_so_and_a_valid_form_has_no_list_of_errors() -> None:
    html = html_of(GalleryForm())
    assert html.count("(optional)") == 3
    assert "govuk-error-summary" not in html
    assert "aria-invalid" not in html


def test_errors_of_the_whole_form_come_first_and_hidden_fields_stay() -> None:
    class Two(forms.Form):
        key = forms.CharField(widget=forms.HiddenInput)
        first = forms.IntegerField(label="First")

        def clean(self) -> None:
            raise forms.ValidationError("The dates are the wrong way round.")

    html = html_of(Two(data={"key": "k", "first": "x"}))
    assert html.index("wrong way round") < html.index("First: Enter a whole number.")
    assert '<input type="hidden" name="key" value="k" id="id_key">' in html


@pytest.mark.parametrize(
    ("widget", "name"),
    [
        (forms.TextInput(), "govuk-input"),
        (forms.Textarea(), "govuk-textarea"),
        (forms.Select(), "govuk-select"),
        (forms.FileInput(), "govuk-file-upload"),
        (forms.CheckboxInput(), "govuk-checkboxes__input"),
        (forms.TextInput(attrs={"class": "short"}), "short govuk-input"),
    ],
)
def test_each_control_gets_its_class_and_keeps_its_own(widget: forms.Widget, name: str) -> None:
    form = type("F", (forms.Form,), {"x": forms.CharField(widget=widget)})()
    assert f'class="{name}"' in attributes(str(form["x"]), "x")


def test_words_of_a_form_are_escaped() -> None:
    class Named(forms.Form):
        x = forms.CharField(label="<b>x</b>")

    assert "<b>" not in html_of(Named(data={}))
