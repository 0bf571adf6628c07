"""Forms of the coding app."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.text import slugify

from localvision.workbench.coding.enums import Rows
from localvision.workbench.coding.queries.frames import FrameNow
from localvision.workbench.programmes.models import FrameItem, Wave

#: A choice that chooses nothing.
ALL = "all"


class MatrixForm(forms.Form):
    """What the matrix is of. What is not asked for is everything."""

    rows = forms.ChoiceField(label="Rows", choices=Rows.choices)
    wave = forms.ChoiceField(label="Wave")
    role = forms.ChoiceField(label="Role")

    def __init__(
        self, asked: Mapping[str, str], waves: Iterable[Wave], roles: Iterable[tuple[str, str]]
    ) -> None:
        given = {"rows": Rows.LOCALITY.value, "wave": ALL, "role": ALL}
        super().__init__(given | {k: v for k, v in asked.items() if v})
        _offer(self, "wave", "Every wave", ((str(wave.number), wave.name) for wave in waves))
        _offer(self, "role", "Every role", roles)

    def chosen(self) -> dict[str, Any]:
        """Return what was asked for; a choice that is not there asks for everything."""
        self.full_clean()
        good = {k: v for k, v in self.cleaned_data.items() if v != ALL}
        if "wave" in good:
            good["wave"] = int(good["wave"])
        return {"rows": Rows.LOCALITY, **good}


class WaveForm(MatrixForm):
    """One wave, or all."""

    def __init__(self, asked: Mapping[str, str], waves: Iterable[Wave]) -> None:
        super().__init__(asked, waves, ())
        del self.fields["rows"], self.fields["role"]

    def chosen(self) -> dict[str, Any]:
        """Return the wave asked for, if any."""
        return {k: v for k, v in super().chosen().items() if k == "wave"}


def _offer(
    form: forms.Form, field: str, everything: str, choices: Iterable[tuple[str, str]]
) -> None:
    if field in form.fields:
        form.fields[field].choices = [(ALL, everything), *choices]  # type: ignore[attr-defined]


class CodeWordsForm(forms.Form):
    """Coding without a script: a turn, its words (or all of them), and a code."""

    turn = forms.IntegerField(
        label="Turn", min_value=1, widget=forms.NumberInput(attrs={"inputmode": "numeric"})
    )
    words = forms.CharField(
        label="Words",
        required=False,
        strip=True,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="As they stand in the turn. Leave empty to code all of it.",
    )
    item = forms.ChoiceField(label="Code")
    request_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def __init__(self, *args: Any, frame: FrameNow, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups: dict[str, list[tuple[str, str]]] = {}
        for item in frame.codable:
            name = frame.cluster_labels.get(item.cluster, "Codes")
            groups.setdefault(name, []).append((item.key, item.label))
        self.fields["item"].choices = [  # type: ignore[attr-defined]
            ("", "Choose a code"),
            *groups.items(),
        ]


class MemoForm(forms.Form):
    """A memo."""

    text = forms.CharField(label="Memo", widget=forms.Textarea(attrs={"rows": 3}))


class WordingForm(forms.Form):
    """What a code says, and why it changes."""

    label = forms.CharField(label="Name", max_length=200)
    definition = forms.CharField(
        label="What it means", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    use_when = forms.CharField(
        label="Use it when", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    not_when = forms.CharField(
        label="Do not use it when", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    example = forms.CharField(
        label="Example", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    reason = forms.CharField(
        label="Why it changes",
        required=False,
        help_text="Kept with the new version of the frame.",
    )

    def wording(self) -> dict[str, str]:
        """Return the words of the item."""
        fields = ("label", "definition", "use_when", "not_when", "example")
        return {name: self.cleaned_data[name] for name in fields}


class NewCodeForm(WordingForm):
    """A new code in a cluster."""

    cluster = forms.ChoiceField(label="Cluster")
    field_order = ("label", "cluster")

    def __init__(self, *args: Any, frame: FrameNow, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["cluster"].choices = list(  # type: ignore[attr-defined]
            frame.cluster_labels.items()
        )

    def clean_label(self) -> str:
        """Refuse a name that leaves no key."""
        label: str = self.cleaned_data["label"]
        if not key_of(label):
            raise forms.ValidationError("Use at least one letter or figure.")
        return label


class MergeForm(WordingForm):
    """Two or more codes become one."""

    items = forms.MultipleChoiceField(label="Codes to merge", widget=forms.CheckboxSelectMultiple)
    field_order = ("items", "label")

    def __init__(self, *args: Any, frame: FrameNow, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["items"].choices = [  # type: ignore[attr-defined]
            (item.key, item.label) for item in frame.codable
        ]

    def clean_items(self) -> list[str]:
        """Refuse fewer than two."""
        items: list[str] = self.cleaned_data["items"]
        if len(items) < 2:
            raise forms.ValidationError("Choose two or more.")
        return items

    clean_label = NewCodeForm.clean_label


class SplitForm(forms.Form):
    """One code becomes two or three."""

    first = forms.CharField(label="First new code", max_length=200)
    first_definition = forms.CharField(
        label="What the first means", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    second = forms.CharField(label="Second new code", max_length=200)
    second_definition = forms.CharField(
        label="What the second means", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    third = forms.CharField(label="Third new code", max_length=200, required=False)
    third_definition = forms.CharField(
        label="What the third means", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    reason = forms.CharField(label="Why it is split", required=False)

    def parts(self) -> list[dict[str, str]]:
        """Return the new codes, each with key, label and definition."""
        names = [n for n in ("first", "second", "third") if self.cleaned_data[n]]
        return [
            {
                "key": key_of(self.cleaned_data[name]),
                "label": self.cleaned_data[name],
                "definition": self.cleaned_data[f"{name}_definition"],
            }
            for name in names
        ]


class RetireForm(forms.Form):
    """A code goes out of use."""

    reason = forms.CharField(label="Why it goes out of use", required=False)


def wording_of(item: FrameItem) -> dict[str, str]:
    """Return the item's present words, to begin a form with."""
    last = list(item.wordings.all())[-1]
    return {
        "label": last.label,
        "definition": last.definition,
        "use_when": last.use_when,
        "not_when": last.not_when,
        "example": last.example,
    }


def key_of(label: str) -> str:
    """Return the key of a new code from its name.

    >>> key_of("Trust & money")
    'trust_money'
    """
    return slugify(label).replace("-", "_")[:64]
