"""Narrative on its way out: claim keys become numbers, lists become lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from localvision.outputs.blocks import Bullets, Text

CITED = re.compile(r"\{claim:(?P<key>[^}\s]+)\}")
EVIDENCE = re.compile(r"\{evidence:(?P<key>[^}\s]+)\}")
_BULLET = re.compile(r"^\s*[-•]\s+")
_NUMBERED = re.compile(r"^\s*\d+[.)]\s+")


def cited_keys(text: str) -> list[str]:
    """Return the keys of the claims that a text cites, in order.

    >>> cited_keys("As in {claim:C1} and {evidence:C2}.")
    ['C1', 'C2']
    """
    found = [*CITED.finditer(text), *EVIDENCE.finditer(text)]
    return [m["key"] for m in sorted(found, key=lambda m: m.start())]


def with_numbers(text: str, numbers: Mapping[str, int], unknown: Callable[[str], None]) -> str:
    """Return the text with its claim keys as links to numbers.

    A key that has no number in this report is told to `unknown` and taken out.

    >>> with_numbers("Trust first {claim:C9}.", {"C9": 2}, print)
    'Trust first [claim:2].'
    >>> with_numbers("Trust first {claim:C9}.", {}, print)
    C9
    'Trust first.'
    """

    def linked(kind: str) -> Callable[[re.Match[str]], str]:
        def link(found: re.Match[str]) -> str:
            number = numbers.get(found["key"])
            if number is None:
                unknown(found["key"])
                return ""
            return f"[{kind}:{number}]"

        return link

    text = EVIDENCE.sub(linked("evidence"), CITED.sub(linked("claim"), text))
    return re.sub(r" +([.,;:)])", r"\1", text)


def narrative(text: str, *, lead: bool = False) -> list[Text | Bullets]:
    """Return paragraphs and lists in their order; lines that begin with a dash are a list.

    >>> [type(b).__name__ for b in narrative("First.\\n\\n- one\\n- two\\n\\nLast.")]
    ['Text', 'Bullets', 'Text']
    """
    made: list[Text | Bullets] = []
    for part in re.split(r"\n\s*\n", text.strip().replace("\r\n", "\n")):
        block = _list_of(part)
        if block is None and made and isinstance(made[-1], Text):
            made[-1] = Text(text=f"{made[-1].text}\n\n{part}", lead=lead)
        else:
            made.append(block or Text(text=part, lead=lead))
    return made


def _list_of(part: str) -> Bullets | None:
    lines = [line for line in part.split("\n") if line.strip()]
    for mark, ordered in ((_BULLET, False), (_NUMBERED, True)):
        if lines and all(mark.match(line) for line in lines):
            return Bullets(items=tuple(mark.sub("", line) for line in lines), ordered=ordered)
    return None
