"""A whole programme template, and what can be asked of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from localvision.programme_templates.records import (
    Aim,
    FrameItemTemplate,
    FrameTemplate,
    Hypothesis,
    MoneyRule,
    OpenQuestion,
    Promise,
    Role,
    SourceCount,
    WorkedExample,
)


@dataclass(frozen=True, slots=True)
class ProgrammeTemplate:
    """Everything that a programme of one design starts with.

    `frames` holds every list that items are coded, rated or counted with, by key; the others are
    the programme's aims, rules, questions and promises.
    """

    key: str
    version: str
    name: str
    purpose: str
    core_aim: str
    source: str
    aims: tuple[Aim, ...]
    evaluation_aims: tuple[Aim, ...]
    frames: Mapping[str, FrameTemplate]
    roles: tuple[Role, ...]
    money_rules: tuple[MoneyRule, ...]
    hypotheses: tuple[Hypothesis, ...]
    open_questions: tuple[OpenQuestion, ...]
    promises: tuple[Promise, ...]
    source_counts: tuple[SourceCount, ...]
    worked_example: WorkedExample

    def frame(self, key: str) -> FrameTemplate:
        """Return one frame by its key; `KeyError` where there is none."""
        return self.frames[key]

    @property
    def clusters(self) -> tuple[FrameItemTemplate, ...]:
        """The clusters of the theme frame, in the order of the document."""
        return self.frames["themes"].top

    @property
    def themes(self) -> tuple[FrameItemTemplate, ...]:
        """The themes proper, in the order of the document, without their clusters."""
        return tuple(item for item in self.frames["themes"].items if item.parent)

    @property
    def expected_roles(self) -> tuple[Role, ...]:
        """The roles whose silence must be shown."""
        return tuple(role for role in self.roles if role.expected)

    def role_of(self, label: str) -> str | None:
        """Tell which role a raw label means; None where no role goes by it.

        Parameters
        ----------
        label : as somebody wrote it, e.g. "[SL Steering Group member]"; case, brackets and
            punctuation do not matter.

        Examples
        --------
        >>> from localvision import programme_templates
        >>> template = programme_templates.load("local_vision")
        >>> template.role_of("[SL Steering Group member]")
        'steering_group'
        >>> template.role_of("LV Enabler")
        'enabler'
        >>> template.role_of("Time lord") is None
        True
        """
        return next((role.key for role in self.roles if role.answers_to(label)), None)
