r"""The tiny markup of running text: emphasis, and links to claims, evidence and works.

`*emphasis*`, `**strong**`, `[claim:4]`, `[evidence:4]`, `[ref:key]`, `[see:anchor]`, and
`[words](https://address)`. A backslash before `*`, `[` or `\` takes it as it is. Everything
else is plain: there is no way to write HTML, Typst or Word codes in it. A mark that is not
closed is printed as typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

SpanKind = Literal["text", "em", "strong", "claim", "evidence", "ref", "see", "link"]


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text of one kind; `target` is the number, key, anchor or address it leads to."""

    kind: SpanKind
    text: str
    target: str = ""


_TOKEN = re.compile(
    r"\\(?P<escaped>[*\[\]\\])"
    r"|\*\*(?P<strong>[^*\n]+)\*\*"
    r"|\*(?P<em>[^*\s](?:[^*\n]*[^*\s])?)\*"
    r"|\[(?P<kind>claim|evidence|ref|see):(?P<target>[^\]\s]+)\]"
    r"|\[(?P<words>[^\]\n]+)\]\((?P<url>https?://[^\s()<>\"]+)\)"
)


def parse(text: str) -> tuple[Span, ...]:
    """Read the markup of one paragraph.

    >>> [(s.kind, s.text or s.target) for s in parse("In *eleven* places [claim:4].")]
    [('text', 'In '), ('em', 'eleven'), ('text', ' places '), ('claim', '4'), ('text', '.')]
    >>> parse("2 * 3 < 7 #set")
    (Span(kind='text', text='2 * 3 < 7 #set', target=''),)
    """
    spans: list[Span] = []
    at = 0
    for found in _TOKEN.finditer(text):
        spans.append(Span("text", text[at : found.start()]))
        spans.append(_span(found))
        at = found.end()
    spans.append(Span("text", text[at:]))
    return _joined(spans)


def _span(found: re.Match[str]) -> Span:
    parts = found.groupdict()
    if parts["escaped"]:
        return Span("text", parts["escaped"])
    if parts["strong"]:
        return Span("strong", parts["strong"])
    if parts["em"]:
        return Span("em", parts["em"])
    if parts["url"]:
        return Span("link", parts["words"], parts["url"])
    return Span(parts["kind"], "", parts["target"])  # type: ignore[arg-type]


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    """Join neighbouring plain runs and drop empty ones."""
    joined: list[Span] = []
    for span in spans:
        if span.kind == "text" and joined and joined[-1].kind == "text":
            joined[-1] = Span("text", joined[-1].text + span.text)
        elif span.text or span.target:
            joined.append(span)
    return tuple(joined)


def paragraphs(text: str) -> tuple[str, ...]:
    """Split a text at its empty lines; a single line break within becomes a space."""
    parts = re.split(r"\n\s*\n", text.strip())
    return tuple(" ".join(part.split("\n")) for part in parts if part.strip())


def plain_text(text: str) -> str:
    """Return the words without the markup; a link to a claim becomes "(claim 4)".

    >>> plain_text("*Eleven* places [claim:4]")
    'Eleven places (claim 4)'
    """
    words = {"claim": "(claim {})", "evidence": "(evidence {})", "ref": "({})", "see": "({})"}
    return "".join(
        words[s.kind].format(s.target) if s.kind in words else s.text for s in parse(text)
    )
