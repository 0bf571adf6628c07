"""What claims add to the home page: what wants a person's judgement, and how many there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from localvision.workbench.accounts.enums import Capability
from localvision.workbench.claims import queries
from localvision.workbench.claims.bridge import WeighedClaim, weigh
from localvision.workbench.claims.enums import Status
from localvision.workbench.claims.showing import flag_words, listed
from localvision.workbench.programmes.panels import Judgement
from localvision.workbench.programmes.viewers import Viewer

#: Claims named one by one; more of a kind are one line that leads to the list.
NAMED = 4


def judgements(viewer: Viewer) -> list[Judgement]:
    """Return what wants a person's judgement, for those who may exercise it.

    Loose words that the counts contradict (R222), claims against which nobody has looked
    (R239), roles used once, which may be one person (R220), and groups never heard (R221). The
    number of database queries does not grow with the claims.
    """
    if not viewer.may(Capability.WRITE_CLAIMS):
        return []
    claims = list(queries.claims_for(viewer).exclude(status=Status.WITHDRAWN))
    if not claims:
        return []
    weighed = weigh(viewer, claims)
    return [
        *_wording(weighed),
        *_searches(weighed),
        *_once(weighed),
        *_silent(weighed),
    ]


def headlines(viewer: Viewer) -> list[str]:
    """Return how many claims there are, for the line under the programme's name."""
    n = queries.claims_for(viewer).exclude(status=Status.WITHDRAWN).count()
    return [f"{n:,} claim{'' if n == 1 else 's'}"] if n else []


def _wording(weighed: Sequence[WeighedClaim]) -> Iterator[Judgement]:
    flagged = [each for each in weighed if each.flagged]
    for each in flagged[:NAMED]:
        yield _on(
            each,
            flag_words(each.flagged[0], f"Claim {each.claim.number}"),
            "Reword or look further",
            detail=each.claim.sentence,
        )
    if len(flagged) > NAMED:
        yield _all(
            f"{len(flagged) - NAMED} more claims say more than their evidence.", "See the claims"
        )


def _searches(weighed: Sequence[WeighedClaim]) -> Iterator[Judgement]:
    bare = [each for each in weighed if not each.searched and each.coverage.supporting.passages]
    if len(bare) == 1:
        (one,) = bare
        yield _on(
            one,
            f"Nobody has looked for what speaks against claim {one.claim.number}.",
            "Look for contrary evidence",
        )
    elif bare:
        numbers = listed([str(each.claim.number) for each in bare])
        yield _all(
            f"Nobody has looked for what speaks against {len(bare)} claims.",
            "See the claims",
            detail=f"Claims {numbers}.",
        )


def _once(weighed: Sequence[WeighedClaim]) -> Iterator[Judgement]:
    for each in [each for each in weighed if each.used_once][:NAMED]:
        yield _on(
            each,
            f"Claim {each.claim.number} rests in part on a role used once.",
            "See who speaks",
            detail=f"{listed(each.used_once)}: it may be one person.",
        )


def _silent(weighed: Sequence[WeighedClaim]) -> Iterator[Judgement]:
    never = weighed[0].coverage.never_heard
    if never:
        names = listed([weighed[0].labels.get(role, role) for role in never])
        yield _all(
            f"{len(never)} expected group{'' if len(never) == 1 else 's'} never heard.",
            "See what the claims rest on",
            detail=f"{names}. No claim can speak for them.",
        )


def _on(each: WeighedClaim, words: str, link: str, *, detail: str = "") -> Judgement:
    return Judgement(words, detail, "claims:claim", link, {"number": each.claim.number})


def _all(words: str, link: str, *, detail: str = "") -> Judgement:
    return Judgement(words, detail, "claims:list", link)
