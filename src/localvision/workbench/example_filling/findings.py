"""Claims with their evidence, and the evaluators' memos."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from localvision.example import ExampleProgramme
from localvision.example.texts import ExampleClaim, ExamplePassage
from localvision.workbench.claims.actions import import_claims
from localvision.workbench.claims.arrivals import NewClaim, NewEvidence
from localvision.workbench.claims.enums import Bearing, Status, Strength
from localvision.workbench.coding.actions import write_memo
from localvision.workbench.documents.models import Passage
from localvision.workbench.example_filling.texts import national_texts, passages_by_span
from localvision.workbench.programmes.models import FrameItem
from localvision.workbench.programmes.viewers import Viewer

STRENGTHS = {"tentative": Strength.WEAK, "moderate": Strength.MODERATE, "strong": Strength.STRONG}
Passages = Mapping[str, Passage]


def fill_claims(viewer: Viewer, made: ExampleProgramme) -> Passages:
    """Bring in the claims; returns the passages that they rest on, by example key."""
    passages = _passages(viewer, made)
    themes = _themes(viewer)
    import_claims(by=viewer, claims=[_claim(each, themes, passages) for each in made.claims])
    return passages


def fill_memos(viewer: Viewer, made: ExampleProgramme, passages: Passages) -> None:
    """Keep the memos with what they are about: a theme, a passage, or the programme."""
    themes = _themes(viewer)
    for memo in made.memos:
        about = themes.get(memo.about) or passages.get(memo.about)
        write_memo(by=viewer, text=f"{memo.title}\n\n{memo.text}", about=about)


def _themes(viewer: Viewer) -> dict[str, FrameItem]:
    items = FrameItem.objects.filter(frame__programme=viewer.programme, frame__key="themes")
    return {item.key: item for item in items}


def _passages(viewer: Viewer, made: ExampleProgramme) -> Passages:
    """Return the passages of every source that a claim or memo points into."""
    planted = list(_planted(made))
    found = passages_by_span(viewer, {each.source for each in planted})
    return {each.key: found[each.source, each.start, each.end] for each in planted}


def _planted(made: ExampleProgramme) -> Iterable[ExamplePassage]:
    wanted = {key for claim in made.claims for key in (*claim.supporting, *claim.contrary)}
    wanted |= {memo.about for memo in made.memos} | {block.ref for block in made.report.blocks}
    places = {key.split("-")[0] for key in wanted}
    sources = list(national_texts(made))
    for key in made.locality_keys:
        if key in places:
            sources.extend(made.sources_of(key))
    return [each for source in sources for each in source.passages if each.key in wanted]


def _claim(each: ExampleClaim, themes: Mapping[str, FrameItem], passages: Passages) -> NewClaim:
    sides = ((each.supporting, Bearing.FOR), (each.contrary, Bearing.AGAINST))
    return NewClaim(
        key=each.key,
        sentence=each.sentence,
        status=Status(each.status),
        strength=STRENGTHS[each.strength],
        strength_reason="Judged for the invented example.",
        theme=themes.get(each.themes[0]) if len(each.themes) == 1 else None,
        hypothesis_key=each.hypothesis,
        evidence=tuple(
            NewEvidence(passages[key], bearing) for keys, bearing in sides for key in keys
        ),
        searches=("All passages on the claim's themes were read for what speaks against it.",),
        caveats=(each.caveat,) if each.caveat else (),
    )
