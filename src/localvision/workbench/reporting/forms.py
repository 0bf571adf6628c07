"""Forms of the reporting app: one for the report, one for each kind of block."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.text import slugify

from localvision.errors import LocalVisionError
from localvision.workbench.programmes.enums import Stage
from localvision.workbench.programmes.viewers import Viewer
from localvision.workbench.reporting.enums import (
    BlockKind,
    CaseLabels,
    ChartShows,
    MatrixRows,
    NoteKind,
    ReportForm,
    ReportStatus,
    TableShows,
)
from localvision.workbench.reporting.models import Report, ReportBlock
from localvision.workbench.reporting.outline import NewBlock
from localvision.workbench.reporting.queries.choices import claims_to_choose
from localvision.workbench.reporting.rules import APPENDIX_LIMIT, check_block

CITING = (
    "Cite a claim as {claim:KEY}, its evidence as {evidence:KEY}, a work as [ref:key]. "
    "*Emphasis* and **strong** work; an empty line begins a paragraph; lines that begin with a "
    "dash are a list. Words of people are added as quotations, not typed here."
)


class ReportDetailsForm(forms.Form):
    """What a report is called, how settled it is, and its as-at day."""

    title = forms.CharField(max_length=200, label="Title")
    subtitle = forms.CharField(max_length=300, required=False, label="Subtitle")
    summary_line = forms.CharField(
        max_length=300, required=False, label="In one sentence",
        help_text="Stands on the cover and in the file's properties.",
    )  # fmt: skip
    authors_line = forms.CharField(
        max_length=300, required=False, label="Authors",
        help_text="Organisations or teams, not persons; a semicolon between two.",
    )  # fmt: skip
    form = forms.ChoiceField(choices=ReportForm.choices, label="Kind of report")
    status = forms.ChoiceField(choices=ReportStatus.choices, label="How settled it is")
    as_at = forms.DateField(
        required=False, label="Evidence as at",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="The day on which the evidence was closed. Empty: the day of each build.",
    )  # fmt: skip

    @classmethod
    def of(cls, report: Report) -> dict[str, Any]:
        """Return the initial values of a report."""
        return {name: getattr(report, name) for name in cls.base_fields}


class WorkForm(forms.Form):
    """A work that the report cites, with its link as it was seen to resolve (R327, R328)."""

    key = forms.SlugField(
        max_length=64,
        label="Key",
        help_text="Cite it in the text as [ref:key], such as [ref:grint].",
    )
    cited_as = forms.CharField(
        max_length=200, label="Cited as", help_text="What stands in the text: “Grint, 2005”."
    )
    entry = forms.CharField(
        label="Full entry", widget=forms.Textarea(attrs={"rows": 3}),
        help_text="As it stands in the list of references.",
    )  # fmt: skip
    url = forms.URLField(
        required=False, label="Link", assume_scheme="https",
        help_text="The full address, not a short link: short links die.",
    )  # fmt: skip
    accessed = forms.DateField(
        required=False, label="Seen on",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )  # fmt: skip
    archived = forms.URLField(
        required=False, label="Link to an archived copy", assume_scheme="https"
    )


class NewReportForm(forms.Form):
    """The first words of a report."""

    title = forms.CharField(
        max_length=200, label="Title", help_text="You can change it until, and after, it is built."
    )

    def slug(self, taken: set[str]) -> str:
        """Return a short name that is free; `new` is kept for this very page."""
        base = slugify(self.cleaned_data["title"])[:50] or "report"
        free, n = base, 1
        while free in taken or free == "new":
            n += 1
            free = f"{base}-{n}"
        return free


class BlockForm(forms.Form):
    """The form of one kind of block. `new_block` gives what the action takes."""

    def __init__(
        self,
        posted: QueryDict | None = None,
        *,
        kind: str,
        viewer: Viewer,
        stored: ReportBlock | None = None,
    ) -> None:
        super().__init__(posted, initial=_initial(stored) if stored else None)
        self.kind = BlockKind(kind)
        self.passage_id = stored.passage_id if stored else None
        for name, field in _FIELDS.get(self.kind, lambda viewer: {})(viewer).items():
            self.fields[name] = field

    def clean(self) -> dict[str, Any]:
        """Hold the block to the same rules as any other way in."""
        cleaned = super().clean() or {}
        if not self.errors:
            try:
                check_block(self.new_block())
            except LocalVisionError as error:
                problem = error.problems[0]
                raise forms.ValidationError(f"{problem.what} {problem.remedy}") from error
        return cleaned

    def new_block(self) -> NewBlock:
        """Return the block as the form has it."""
        given = dict(self.cleaned_data)
        text = given.pop("text", "")
        claim = given.pop("claim", None)
        settings = {name: _plain(name, value) for name, value in given.items()}
        return NewBlock(
            kind=self.kind,
            text=text.replace("\r\n", "\n"),
            settings={
                name: value for name, value in settings.items() if value not in ("", None, [])
            },
            claim_id=int(claim) if claim else None,
            passage_id=self.passage_id,
        )


def _plain(name: str, value: Any) -> Any:
    if name == "unknowns":
        return [line.strip() for line in value.splitlines() if line.strip()]
    return int(value) if name == "level" else value


def _initial(stored: ReportBlock) -> dict[str, Any]:
    settings = dict(stored.settings)
    if "unknowns" in settings:
        settings["unknowns"] = "\n".join(settings["unknowns"])
    return {"text": stored.text, "claim": stored.claim_id, **settings}


def _words(label: str, *, rows: int = 12, required: bool = True, hint: str = CITING) -> forms.Field:
    return forms.CharField(
        label=label,
        required=required,
        help_text=hint,
        widget=forms.Textarea(attrs={"rows": rows, "spellcheck": "true"}),
    )


def _unknowns() -> forms.Field:
    return _words("What we cannot yet say", rows=4, required=False, hint="One sentence a line.")


def _caption() -> forms.Field:
    return forms.CharField(
        required=False,
        max_length=200,
        label="Caption",
        help_text="Empty: one that says what it shows. Its n is added by itself.",
    )


def _captioned(viewer: Viewer) -> dict[str, forms.Field]:
    return {"text": _caption()}


def _heading(viewer: Viewer) -> dict[str, forms.Field]:
    return {
        "text": forms.CharField(max_length=200, label="Heading"),
        "level": forms.ChoiceField(
            choices=[("1", "Chapter"), ("2", "Section"), ("3", "Subsection")], label="Level"
        ),
        "sources": forms.CharField(
            required=False, max_length=200, label="What it rests on",
            help_text="Empty: counted from the claims and quotations of the chapter.",
        ),
        "numbered": forms.BooleanField(
            required=False, initial=True, label="Numbered, and in the contents"
        ),
    }  # fmt: skip


def _text(viewer: Viewer) -> dict[str, forms.Field]:
    return {
        "text": _words("Text"),
        "lead": forms.BooleanField(required=False, label="Set larger, as the opening of a chapter"),
    }


def _note(viewer: Viewer) -> dict[str, forms.Field]:
    return {
        "note": forms.ChoiceField(choices=NoteKind.choices, label="What it is for"),
        "title": forms.CharField(
            required=False, max_length=120, label="Title", help_text="Empty: what it is for."
        ),
        "text": _words("Text", rows=6),
    }


def _claim(viewer: Viewer) -> dict[str, forms.Field]:
    choices = [(str(each.pk), each.words) for each in claims_to_choose(viewer)]
    return {
        "claim": forms.ChoiceField(
            choices=choices, widget=forms.RadioSelect, label="Claim",
            error_messages={"required": "Choose a claim. Claims are written in their own room."},
        )
    }  # fmt: skip


def _table(viewer: Viewer) -> dict[str, forms.Field]:
    return {
        "text": _caption(),
        "shows": forms.ChoiceField(
            choices=TableShows.choices, widget=forms.RadioSelect, label="What it shows"
        ),
    }


def _chart(viewer: Viewer) -> dict[str, forms.Field]:
    return {
        "text": _caption(),
        "shows": forms.ChoiceField(
            choices=ChartShows.choices, widget=forms.RadioSelect, label="What it shows"
        ),
        "stage": forms.ChoiceField(
            required=False, choices=[("", "Diagnosis"), *Stage.choices], label="Stage",
            help_text="Only for how long a stage took.",
        ),
        "show_table": forms.BooleanField(required=False, label="Print its numbers below it"),
    }  # fmt: skip


def _matrix(viewer: Viewer) -> dict[str, forms.Field]:
    return {
        "text": _caption(),
        "rows": forms.ChoiceField(choices=MatrixRows.choices, label="Rows"),
        "labels": forms.ChoiceField(
            choices=CaseLabels.choices, label="How places are called",
            help_text="Letters are drawn by lot, the same in every edition of this report.",
        ),
        "threshold": forms.IntegerField(
            required=False, min_value=0, max_value=50, label="Withhold counts below",
            help_text="Empty: 5 where places are named, none where they stand under letters.",
        ),
    }  # fmt: skip


def _restated(viewer: Viewer) -> forms.Field:
    return forms.MultipleChoiceField(
        choices=[(each.key, each.words) for each in claims_to_choose(viewer)],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        label="Claims to restate",
        help_text="None ticked: every claim that has a block in this report.",
    )


def _summary(viewer: Viewer) -> dict[str, forms.Field]:
    return {
        "text": _words("Opening words", rows=6, required=False),
        "claims": _restated(viewer),
        "unknowns": _unknowns(),
    }


def _one_page(viewer: Viewer) -> dict[str, forms.Field]:
    return {
        "text": forms.CharField(
            required=False, max_length=200, label="Headline", help_text="Empty: the title."
        ),
        "unknowns": _unknowns(),
    }


def _evidence(viewer: Viewer) -> dict[str, forms.Field]:
    return {
        "limit": forms.IntegerField(
            required=False, min_value=1, max_value=500,
            label="Most passages printed for a claim, on each side",
            help_text=f"Empty: {APPENDIX_LIMIT}. What is left out is counted in a note.",
        )
    }  # fmt: skip


_FIELDS: dict[BlockKind, Callable[[Viewer], dict[str, forms.Field]]] = {
    BlockKind.HEADING: _heading,
    BlockKind.TEXT: _text,
    BlockKind.NOTE: _note,
    BlockKind.CLAIM: _claim,
    BlockKind.THEME_MAP: _captioned,
    BlockKind.VOICES: _captioned,
    BlockKind.METHODS: _captioned,
    BlockKind.INSIGHTS: _captioned,
    BlockKind.TABLE: _table,
    BlockKind.CHART: _chart,
    BlockKind.MATRIX: _matrix,
    BlockKind.SUMMARY: _summary,
    BlockKind.ONE_PAGE: _one_page,
    BlockKind.EVIDENCE: _evidence,
}
#: Kinds that have nothing to choose: they are added at once.
PLAIN_KINDS = frozenset(BlockKind) - set(_FIELDS) - {BlockKind.QUOTATION}
