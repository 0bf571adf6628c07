"""What the gallery of components shows. Every place, person and word in it is invented."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from django import forms
from django.core.paginator import Paginator

STAGES = ["bid", "start-up", "diagnosis", "action", "exit", "afterlife"]
ROLES = ["Enabler", "Partner", "Participant", "Elected member", "Citizen"]


class GalleryForm(forms.Form):
    """One field of each kind, to show how they look."""

    place = forms.CharField(label="Name of the place", help_text="As people there call it.")
    wave = forms.ChoiceField(choices=[("1", "Wave 1"), ("2", "Wave 2")])
    role = forms.ChoiceField(
        choices=[(role, role) for role in ROLES[:3]], widget=forms.RadioSelect, label="Who spoke"
    )
    told = forms.MultipleChoiceField(
        choices=[("aims", "The aims"), ("risks", "What could go wrong"), ("exit", "How to leave")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        label="What they were told",
    )
    consent = forms.BooleanField(
        label="They agreed to be quoted by role", help_text="By role only, never by name."
    )
    notes = forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), required=False)
    recording = forms.FileField(required=False)


def gallery_context() -> dict[str, Any]:
    """Return the invented things that the gallery page shows."""
    return {
        "stage_names": STAGES,
        "unknown_stages": [{"name": name, "state": "unknown"} for name in STAGES],
        "voices": _voices("heard heard silent heard silent"),
        "nobody": _voices("silent silent silent silent silent"),
        "tiles": _tiles(),
        "places": _places(),
        "silent": ["citizens", "elected members"],
        "page": Paginator(range(3412), 50).page(7),
        "only_page": Paginator(range(12), 50).page(1),
        "empty_form": GalleryForm(),
        "wrong_form": GalleryForm(data={"wave": "9", "told": ["aims"]}),
        "runs": _runs(),
        "trail": [("Programme", "#"), ("Places", "#"), ("Ashmere", "#")],
        "views": [("Story", "#", "story"), ("Voices", "#", "voices"), ("Sources", "#", "sources")],
        "problems": [
            {
                "text": "Row 14 of manifest.csv names a place that the programme does not have.",
                "remedy": "Add Ashmere East to the places, or correct the row.",
            },
            {"text": "scan.pdf holds pictures of pages and no text.", "remedy": "", "href": "#"},
        ],
        "thousand": 3412,
        "zero": 0,
        "nothing": None,
    }


def _voices(states: str) -> list[dict[str, Any]]:
    counts = (23, 64, 0, 5, 0)
    return [
        {"name": role, "heard": state == "heard", "count": count}
        for role, state, count in zip(ROLES, states.split(), counts, strict=True)
    ]


def _tiles() -> list[dict[str, Any]]:
    rows = (
        ("Ashmere", "Loneliness in later life", "action", "heard heard silent heard silent"),
        ("Brackenfold", "Alcohol and families", "diagnosis", "heard heard heard heard silent"),
        ("Calderwick", "Food and young people", "exit", "heard silent heard silent silent"),
        ("Dunmarsh", "Joined-up discharge", "", "silent silent silent silent silent"),
    )
    return [
        {"name": name, "issue": issue, "stage": stage, "voices": _voices(states)}
        for name, issue, stage, states in rows
    ]


def _places() -> list[dict[str, str]]:
    states = ["evidence"] * 11 + ["against"] * 3 + ["silent"] * 7 + ["not-asked"] * 4
    return [
        {"name": f"Invented place {number}", "state": state, "url": "#" if number < 12 else ""}
        for number, state in enumerate(states, start=1)
    ]


def _runs() -> list[SimpleNamespace]:
    rows = (
        ("queued", "Waiting", 0, None, ""),
        ("running", "Running", 48, 118, "Reading the conversations of wave 2"),
        ("running", "Running", 0, None, "Looking for sources"),
        ("done", "Done", 118, 118, ""),
        ("failed", "Failed", 48, 118, ""),
    )
    return [
        SimpleNamespace(
            pk=number,
            state=state,
            get_state_display=words,
            steps_done=done,
            steps_total=total,
            step_words=step,
        )
        for number, (state, words, done, total, step) in enumerate(rows, start=1)
    ]
