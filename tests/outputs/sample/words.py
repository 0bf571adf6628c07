"""What invented people said in the sample report; every word is made up."""

from itertools import cycle

from localvision.outputs.blocks import (
    ClaimEvidence,
    Edit,
    EvidencePassage,
    QuotationKind,
    cut,
)

ROLES = (
    "Enabler",
    "Project partner",
    "Project partner",
    "Project participant",
    "Steering Group member",
)

# The names below are struck out before they reach a block; tests look for them in the files.
REMOVED = ("Marguerite Ollerenshaw", "Tillingbourne Infirmary")

SAID = (
    "We had spent two years arguing about beds. The first useful thing anyone did was to ask "
    "who was lonely, and nobody in the room could say.",
    "I think the turning point was when Marguerite Ollerenshaw stood up and said that her own "
    "service was part of the problem.",
    "People stopped sending deputies. That is how I knew it had become serious.",
    "It took longer than anybody wanted. We lost the winter to a restructure and came back to "
    "an almost empty table.",
    "Money came after. If it had come first we would have fought over it as we always do.",
    "The discharge team at Tillingbourne Infirmary now ring housing before they ring us, which "
    "sounds small and is not.",
    "She never told us what to do. She would say the thing that we were all stepping round.",
    "I was not persuaded, and I am still not. We meet more often and I see the same people "
    "waiting the same length of time.",
    "My manager backs it in the meeting and then asks me on the way out when I will be back at "
    "my proper job.",
    "We stopped writing a plan and tried it in one street. When that worked the plan more or "
    "less wrote itself.",
    "There is a different sort of conversation now; people admit when they do not know.",
    "The councillors were told about it at the end, as usual, and as usual they noticed.",
    "I had not met my opposite number in eleven years. We now have lunch on the first Monday.",
    "Half of us had changed jobs by the second wave, so you were asking a new group whether the "
    "old group had changed.",
    "Nothing was wrong with the idea. The targets pulled the other way, and targets win.",
    "It gave permission. I know that is vague, but it is what we had been missing.",
    "We drew the whole thing on lining paper and could see that everybody was somebody else's "
    "bottleneck.",
    "When the Enabler was away for six weeks we did not meet once. That should worry us.",
    "A woman who uses the service came and told us what a week is like. No one looked at the "
    "agenda after that.",
    "We have a shared budget of sorts. It is small, and it forced us to be honest early.",
)


def passage(number: int, text: str, role: str, stance: str = "for") -> EvidencePassage:
    """Return one passage with every removed name struck out."""
    edits = [
        Edit(
            start=text.index(name),
            end=text.index(name) + len(name),
            kind="redaction",
            label="name" if name == REMOVED[0] else "hospital",
        )
        for name in REMOVED
        if name in text
    ]
    return EvidencePassage(
        passage=f"P{number:04d}",
        role=role,
        segments=cut(text, edits),
        kind=QuotationKind.EDITED if edits else QuotationKind.VERBATIM,
        stance=stance,  # type: ignore[arg-type]
        wave=f"wave {1 + number % 2}",
    )


def evidence(claims: tuple[int, ...], each: int) -> tuple[ClaimEvidence, ...]:
    """Return `each` passages for every claim, of which about one in six speaks against it."""
    said, roles = cycle(SAID), cycle(ROLES)
    entries = []
    number = 0
    for claim in claims:
        passages = []
        for k in range(each):
            number += 1
            stance = "against" if k % 6 == 5 else "for"
            passages.append(passage(number, next(said), next(roles), stance))
        if entries:
            passages.append(entries[-1].passages[0])  # one passage can stand behind two claims
        entries.append(ClaimEvidence(claim=claim, passages=tuple(passages)))
    return tuple(entries)
