"""Forms of the claims app."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from localvision.workbench.claims.enums import Confidence, Relation, Status, Strength
from localvision.workbench.claims.queries import Picking, Wanted
from localvision.workbench.claims.rules import TRANSITIONS
from localvision.workbench.programmes.models import FrameItem

SHORT = {"rows": 3}
#: Claims whose loose words the counts contradict; only weighing finds them.
WORDING = "wording"
WANTED = {
    "": "Anything",
    WORDING: "Another wording",
    Wanted.SEARCH: "A look for contrary evidence",
    Wanted.EVIDENCE: "Evidence for it",
    Wanted.STRENGTH: "A judgement of its strength",
}
SENTENCE_HINT = (
    "One sentence. Say how many of how many where you can; words such as most or often are set "
    "beside the true fraction."
)


class FilterForm(forms.Form):
    """Which claims the list shows."""

    status = forms.ChoiceField(
        label="Status", required=False, choices=[("", "Every status"), *Status.choices]
    )
    theme = forms.ChoiceField(label="Theme", required=False)
    wants = forms.ChoiceField(label="Wants", required=False, choices=list(WANTED.items()))

    def __init__(self, *args: Any, themes: Iterable[FrameItem], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["theme"].choices = [  # type: ignore[attr-defined]
            ("", "Every theme"),
            *((item.key, item.label) for item in themes),
        ]

    def chosen(self) -> dict[str, str]:
        """Return what was asked for; a choice that is not there asks for everything."""
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in self.fields}


class NewClaimForm(forms.Form):
    """A new claim."""

    sentence = forms.CharField(
        label="The claim", widget=forms.Textarea(attrs=SHORT), help_text=SENTENCE_HINT
    )
    theme = forms.ModelChoiceField(
        FrameItem.objects.none(), label="Theme", required=False, empty_label="It spans the themes"
    )

    def __init__(self, *args: Any, themes: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["theme"].queryset = themes  # type: ignore[attr-defined]


class RewordForm(forms.Form):
    """Another sentence, and why."""

    sentence = forms.CharField(
        label="The claim", widget=forms.Textarea(attrs=SHORT), help_text=SENTENCE_HINT
    )
    why = forms.CharField(
        label="Why",
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="The earlier wording and the reason are both kept.",
    )


class StatusForm(forms.Form):
    """Where the claim may go from here, and why."""

    status = forms.ChoiceField(label="It becomes", widget=forms.RadioSelect)
    why = forms.CharField(label="Why", widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, now: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["status"].choices = [  # type: ignore[attr-defined]
            (status.value, status.label) for status in TRANSITIONS[Status(now)]
        ]


class StrengthForm(forms.Form):
    """How strong, and why."""

    strength = forms.ChoiceField(
        label="Strength",
        choices=[choice for choice in Strength.choices if choice[0]],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(label="Reason", widget=forms.Textarea(attrs=SHORT))


class ThemeForm(forms.Form):
    """Where a claim belongs in the frame."""

    theme = forms.ModelChoiceField(
        FrameItem.objects.none(), label="Theme", required=False, empty_label="It spans the themes"
    )

    def __init__(self, *args: Any, themes: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["theme"].queryset = themes  # type: ignore[attr-defined]


class CaveatForm(forms.Form):
    """What limits a claim."""

    text = forms.CharField(label="Caveat", widget=forms.Textarea(attrs=SHORT))


class DissentForm(forms.Form):
    """Who sees it otherwise, by role."""

    role = forms.ChoiceField(label="Role")
    words = forms.CharField(
        label="What they hold against it",
        widget=forms.Textarea(attrs=SHORT),
        help_text="Their view in a sentence or two. No names.",
    )

    def __init__(self, *args: Any, roles: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = list(roles)  # type: ignore[attr-defined]


class RivalForm(forms.Form):
    """Another explanation of the same evidence."""

    explanation = forms.CharField(label="Explanation", widget=forms.Textarea(attrs=SHORT))
    considered = forms.CharField(
        label="How it was weighed",
        required=False,
        widget=forms.Textarea(attrs=SHORT),
        help_text="Leave empty while it still stands.",
    )


class WeighRivalForm(forms.Form):
    """How a rival explanation was weighed."""

    considered = forms.CharField(label="How it was weighed", widget=forms.Textarea(attrs=SHORT))


class EarlierForm(forms.Form):
    """A finding of earlier work."""

    work = forms.CharField(label="Earlier work", max_length=300, help_text="Author, year, title.")
    finding = forms.CharField(label="What it found", widget=forms.Textarea(attrs=SHORT))
    relation = forms.ChoiceField(
        label="This claim", choices=Relation.choices, widget=forms.RadioSelect
    )


class SearchForm(forms.Form):
    """Where somebody looked for contrary evidence."""

    note = forms.CharField(
        label="Where you looked, and what came of it",
        widget=forms.Textarea(attrs=SHORT),
        help_text="A search that found nothing is worth recording too.",
    )


class PickForm(forms.Form):
    """Which passages to choose from."""

    words = forms.CharField(label="Words", required=False)
    theme = forms.ChoiceField(label="Coded as", required=False)
    place = forms.ChoiceField(label="Place", required=False)
    role = forms.ChoiceField(label="Role", required=False)

    def __init__(
        self, *args: Any, themes: Iterable[tuple[str, str]], places: Iterable[tuple[str, str]],
        roles: Iterable[tuple[str, str]], **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        for name, every, choices in (
            ("theme", "Any theme", themes),
            ("place", "Every place", places),
            ("role", "Every role", roles),
        ):
            self.fields[name].choices = [("", every), *choices]  # type: ignore[attr-defined]

    def picking(self) -> Picking:
        """Return what was asked for; a choice that is not there asks for everything."""
        self.is_valid()
        return Picking.of_query({k: v for k, v in self.cleaned_data.items() if v})


class EvidenceForm(forms.Form):
    """What is said of the passages that were ticked."""

    note = forms.CharField(label="Note", required=False, widget=forms.Textarea(attrs={"rows": 2}))
    confidence = forms.ChoiceField(
        label="How sure are they of it themselves?", required=False, choices=Confidence.choices
    )
    praise = forms.BooleanField(
        label="Praise only",
        required=False,
        help_text="They were pleased. That is shown, and counted in no fraction.",
    )
