"""An invented interview for the coder, as the server writes it into its page."""

from __future__ import annotations

from html import escape
from typing import Any

TURNS = (
    ("Interviewer", "When you look back at the first few months, what was going on?"),
    (
        "Partner",
        "Honestly, we spent the whole summer arguing about what the problem even was. The "
        "hospital said discharge, we said loneliness, and the councillors wanted something they "
        "could open with a ribbon. It was only when the two chief officers started having "
        "breakfast together that anyone believed the other side meant it.",
    ),
    ("Interviewer", "And the Enabler’s part in that?"),
    (
        "Partner",
        "She never told us the answer. She kept asking who was missing from the room. So we "
        "asked the day-centre drivers 👩🏽‍🤝‍👨🏻 at the cafe\u0301, and I stopped bringing a plan "
        "to every meeting. I bring a question now. My own team found that harder than anyone.",
    ),
    ("Interviewer", "What would happen if she left tomorrow?"),
    (
        "Partner",
        "We would carry on for a bit. The breakfasts would survive. The money meetings would go "
        "back to how they were, because nobody above us has changed how they count.",
    ),
)

_RULES = {
    "Enabler role": "What the Enabler does, and how people see it.",
    "Problem framing": "How the problem is named, argued over and named anew.",
    "Timing": "When things happen, and what comes before what.",
    "Structures and priorities": "Boards, budgets, mandates and what they put first.",
    "Networks and relationships": "Who works with whom and how far they trust each other.",
    "Support": "Help from outside the place, in kind or money.",
    "Mindset": "How people think about the issue and about each other.",
    "Culture": "What goes without saying in an organisation.",
    "Behaviours": "What people do differently.",
}
ITEMS = [
    {
        "key": label.split()[0].lower(),
        "label": label,
        "cluster": ("process", "context", "change")[number // 3],
        "parent": "",
        "definition": definition,
        "use_when": "Use for what people say happened to them or to their organisation.",
        "not_when": "Not for what somebody hopes will happen.",
        "example": "",
        "shortcut": str(number + 1),
    }
    for number, (label, definition) in enumerate(_RULES.items())
]


def text_of(turns: tuple[tuple[str, str], ...]) -> str:
    """Return the stored text: who speaks, a colon, the words; a blank line between turns."""
    return "\n\n".join(f"{speaker}: {words}" for speaker, words in turns)


def transcript(turns: tuple[tuple[str, str], ...]) -> str:
    """Return the transcript's markup with offsets in code points."""
    parts, at = [], 0
    for speaker, words in turns:
        start = at + len(speaker) + 2
        end = start + len(words)
        kind = " turn--interviewer" if speaker == "Interviewer" else ""
        parts.append(
            f'<article class="turn{kind}" data-start="{at}" data-end="{end}">'
            f'<h3 class="speaker">{escape(speaker)}</h3>'
            f'<p class="words" data-start="{start}">{escape(words)}</p></article>'
        )
        at = end + 2
    return "".join(parts)


def coding(number: int, quote: str, item: int, **facts: Any) -> dict[str, Any]:
    """Return a coding of the first occurrence of a quote, as the server says it."""
    start = text_of(TURNS).index(quote)
    return {
        "id": number,
        "passage_id": number,
        "start": start,
        "end": start + len(quote),
        "item_key": ITEMS[item]["key"],
        "label": ITEMS[item]["label"],
        "cluster": ITEMS[item]["cluster"],
        "coder": "Evaluator of the example",
        "own": True,
        "at": "2024-03-12T10:00:00Z",
        **facts,
    }


def codings() -> list[dict[str, Any]]:
    """Return codings of the invented interview; some overlap, one is another person's."""
    breakfast = "It was only when the two chief officers started having breakfast together"
    return [
        coding(1, "we spent the whole summer arguing about what the problem even was", 1),
        coding(2, f"{breakfast} that anyone believed the other side meant it.", 4),
        coding(
            3,
            "when the two chief officers started having breakfast together",
            2,
            own=False,
            coder="Second coder (invented)",
        ),
        coding(4, "She kept asking who was missing from the room.", 0),
        coding(5, "I stopped bringing a plan to every meeting. I bring a question now.", 8),
        coding(
            6, "The breakfasts would survive. The money meetings would go back to how they were", 3
        ),
    ]
