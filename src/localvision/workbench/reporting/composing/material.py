"""Everything that a report is composed from, gathered in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from django.db.models import Q

from localvision.errors import Message, Problem, Where
from localvision.workbench.claims.models import ClaimEvidence
from localvision.workbench.coding.queries import theme_links, voices_table
from localvision.workbench.coding.queries.themes import ThemeLinks
from localvision.workbench.coding.queries.voices import Voices
from localvision.workbench.documents.enums import EditKind
from localvision.workbench.documents.models import Passage, PassageEdit
from localvision.workbench.documents.queries import passages_for
from localvision.workbench.programmes.queries import role_labels
from localvision.workbench.programmes.viewers import Viewer
from localvision.workbench.reporting.composing.masks import Masks
from localvision.workbench.reporting.composing.quotations import Quoted, quoted
from localvision.workbench.reporting.enums import BlockKind
from localvision.workbench.reporting.models import Report, ReportBlock
from localvision.workbench.reporting.queries.collected import Everything, everything_collected
from localvision.workbench.reporting.queries.names import names_to_mask
from localvision.workbench.reporting.queries.used_claims import UsedClaim, used_claims
from localvision.workbench.reporting.rules import may_quote

#: So many passages tell which words are ordinary ones.
ENOUGH_SAID = 5_000


@dataclass
class Material:
    """What the composers of single blocks draw on, and the list of what they found wrong."""

    viewer: Viewer
    report: Report
    blocks: Sequence[ReportBlock]
    claims: dict[int, UsedClaim]
    numbers: dict[int, int]
    passages: dict[int, Passage]
    redactions: dict[int, list[PassageEdit]]
    roles: dict[str, str]
    masks: Masks
    problems: list[Problem] = field(default_factory=list)

    @cached_property
    def collected(self) -> Everything:
        """What was collected, with who was asked."""
        return everything_collected(self.viewer)

    @cached_property
    def voices(self) -> Voices | None:
        """Whose voices stand behind each cluster."""
        return voices_table(self.viewer)

    @cached_property
    def links(self) -> ThemeLinks | None:
        """Themes, and which of them are spoken of together."""
        return theme_links(self.viewer)

    @cached_property
    def _quoted(self) -> dict[int, Quoted]:
        return {}

    @cached_property
    def number_of_key(self) -> dict[str, int]:
        """Number in this report of each claim's key."""
        return {self.claims[pk].key: number for pk, number in self.numbers.items()}

    @property
    def numbered(self) -> list[tuple[int, UsedClaim]]:
        """The claims of this report in the order of their numbers."""
        ordered = sorted(self.numbers.items(), key=lambda pair: pair[1])
        return [(number, self.claims[pk]) for pk, number in ordered]

    @property
    def has_appendix(self) -> bool:
        """Whether the report prints the evidence of its claims."""
        return any(block.kind == BlockKind.EVIDENCE for block in self.blocks)

    def warn(self, message: Message, block: ReportBlock | None = None, **facts: object) -> None:
        """Add to the list of what a person should look at."""
        where = Where(file=self.report.slug, row=block.position if block else None)
        self.problems.append(message.problem(where=where, **facts))

    def words_of(self, passage: Passage) -> Quoted:
        """Return a passage's words as they may leave."""
        if passage.pk not in self._quoted:
            redactions = self.redactions.get(passage.text_id, [])
            self._quoted[passage.pk] = quoted(passage, redactions, self.masks)
        return self._quoted[passage.pk]

    @property
    def masked(self) -> int:
        """How many of the quotations given out so far had names masked here."""
        return sum(1 for each in self._quoted.values() if each.masked)

    def role_of(self, passage: Passage) -> str:
        """Return the label of the role under which a passage may stand; empty where unknown."""
        role = passage.role or passage.text.source.role
        return self.roles.get(role, "")

    def quotable(self, pk: int) -> Passage | None:
        """Return a passage that may be printed: permitted, with a role; None otherwise."""
        passage = self.passages.get(pk)
        if passage is None or not may_quote(passage) or not self.role_of(passage):
            return None
        return passage


def gather(viewer: Viewer, report: Report, blocks: Sequence[ReportBlock]) -> Material:
    """Return the material of a report's blocks."""
    claims = used_claims(viewer, [b.claim_id for b in blocks if b.claim_id])
    numbers = _numbers(blocks, claims)
    passages = _passages(viewer, blocks, claims)
    names = names_to_mask(viewer)
    return Material(
        viewer=viewer,
        report=report,
        blocks=blocks,
        claims=claims,
        numbers=numbers,
        passages=passages,
        redactions=_redactions(viewer),
        roles=role_labels(viewer),
        masks=Masks.of(
            places=names.places,
            organisations=names.organisations,
            people=names.people,
            said=(p.quote for p in islice(passages.values(), ENOUGH_SAID)),
        ),
    )


def _numbers(blocks: Iterable[ReportBlock], claims: dict[int, UsedClaim]) -> dict[int, int]:
    """Return the claims that have a block, with the number by which people know them.

    It is the number of the register: claim 4 is claim 4 in every report and every edition.
    """
    shown = {b.claim_id for b in blocks if b.kind == BlockKind.CLAIM}
    return {pk: claim.number for pk, claim in claims.items() if pk in shown}


def _passages(
    viewer: Viewer, blocks: Iterable[ReportBlock], claims: dict[int, UsedClaim]
) -> dict[int, Passage]:
    """Return the passages quoted, and those behind the claims; without the whole transcripts."""
    quoted_here = Q(pk__in={b.passage_id for b in blocks if b.passage_id})
    evidence = ClaimEvidence.objects.filter(claim__in=list(claims), removed_at=None)
    behind = Q(pk__in=evidence.values("passage"))
    found = passages_for(viewer).filter(quoted_here | behind).defer("text__text")
    return {passage.pk: passage for passage in found}


def _redactions(viewer: Viewer) -> dict[int, list[PassageEdit]]:
    """Return the programme's redactions by text, also those of passages not used here."""
    found: dict[int, list[PassageEdit]] = defaultdict(list)
    edits = PassageEdit.objects.filter(
        passage__text__source__programme=viewer.programme, kind=EditKind.REDACTION
    ).select_related("passage")
    for edit in edits:
        found[edit.passage.text_id].append(edit)
    return dict(found)
