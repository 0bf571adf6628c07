"""Forms of the documents app."""

from __future__ import annotations

from django import forms
from django.http import QueryDict

from localvision.workbench.documents.enums import SourceKind
from localvision.workbench.documents.models import Speaker
from localvision.workbench.programmes.queries import localities_for, role_labels, waves_of
from localvision.workbench.programmes.viewers import Viewer


class UploadForm(forms.Form):
    """One document, or a ZIP of documents with a manifest."""

    file = forms.FileField(
        label="A document, or a ZIP of documents",
        help_text="Word, ODT, RTF, PDF, text, HTML, or VTT and SRT transcripts. A ZIP may hold a "
        "manifest.csv or manifest.xlsx with the columns file, place, project, wave, date, kind, "
        "role.",
    )


class FilterForm(forms.Form):
    """What the list of sources may be narrowed by."""

    words = forms.CharField(label="Title or key", required=False)
    place = forms.ChoiceField(label="Place", required=False)
    wave = forms.ChoiceField(label="Wave", required=False)
    kind = forms.ChoiceField(label="Kind", required=False)
    role = forms.ChoiceField(label="Role", required=False)

    def __init__(self, asked: QueryDict, viewer: Viewer) -> None:
        super().__init__(asked or None)
        choices = {
            "place": [(place.key, place.name) for place in localities_for(viewer)],
            "wave": [(str(wave.number), wave.name) for wave in waves_of(viewer)],
            "kind": SourceKind.choices,
            "role": list(role_labels(viewer).items()),
        }
        for name, options in choices.items():
            self.fields[name].choices = [("", f"Every {name}"), *options]  # type: ignore[attr-defined]

    def asked(self) -> dict[str, str]:
        """Return the valid filters; what makes no sense asks for nothing."""
        return {k: v for k, v in self.cleaned_data.items() if v} if self.is_valid() else {}


class SpeakersForm(forms.Form):
    """Whom each label of a transcript stands for."""

    def __init__(self, *args: object, viewer: Viewer, speakers: list[Speaker]) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        choices = [("", "Not known"), ("interviewer", "Interviewer"), *role_labels(viewer).items()]
        for speaker in speakers:
            said = "interviewer" if speaker.interviewer else speaker.role
            self.fields[f"speaker_{speaker.pk}"] = forms.ChoiceField(
                label=speaker.label or "No label",
                choices=choices,
                required=False,
                initial=said,
            )

    def speakers(self) -> dict[int, dict[str, object]]:
        """Return what was chosen, as `confirm_turns` takes it."""
        chosen = {}
        for name, value in self.cleaned_data.items():
            asks = value == "interviewer"
            chosen[int(name.removeprefix("speaker_"))] = {
                "interviewer": asks,
                "role": "" if asks else value,
            }
        return chosen
