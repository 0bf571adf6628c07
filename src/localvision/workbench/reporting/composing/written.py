"""What people wrote, on its way out: claim keys become numbers, and loose words are flagged."""

from __future__ import annotations

from collections.abc import Mapping

from localvision.errors import workbench_reporting as messages
from localvision.outputs.blocks import Bullets, Text
from localvision.workbench.claims.bridge import Coverage
from localvision.workbench.reporting.bridge import loose_narrative
from localvision.workbench.reporting.composing.markup import cited_keys, narrative, with_numbers
from localvision.workbench.reporting.composing.material import Material
from localvision.workbench.reporting.models import ReportBlock

#: What a name is, in the words of the message; the name itself is not repeated.
_NAMED = {"place": "a place", "organisation": "an organisation", "name": "a person"}


def said(material: Material, block: ReportBlock) -> str:
    """Return a block's words with its claims numbered."""
    text = block.text.strip()
    if not material.has_appendix:
        text = text.replace("{evidence:", "{claim:")
    return with_numbers(
        text,
        material.number_of_key,
        lambda key: material.warn(messages.CLAIM_UNKNOWN, block, key=key),
    )


def narrative_blocks(material: Material, block: ReportBlock) -> list[Text | Bullets]:
    """Return a text block as paragraphs and lists."""
    return narrative(said(material, block), lead=block.settings.get("lead", False))


def check_written(material: Material) -> None:
    """Flag loose words, names of places and masked names in the whole report."""
    coverages = {claim.key: claim.coverage for _, claim in material.numbered}
    for block in material.blocks:
        _check_words(material, block, coverages)
    if material.masked:
        material.warn(messages.NAMES_MASKED, n=material.masked)


def cited_claims(block: ReportBlock) -> list[str]:
    """Return the keys of the claims that a block's words cite."""
    return cited_keys(block.text)


def _check_words(material: Material, block: ReportBlock, coverages: Mapping[str, Coverage]) -> None:
    for loose in loose_narrative(block.text, coverages):
        if loose.fraction:
            material.warn(messages.WORD_DISAGREES, block, word=loose.word, fraction=loose.fraction)
        else:
            material.warn(messages.LOOSE_WORD, block, word=loose.word)
    for what in dict.fromkeys(edit.label for edit in material.masks.edits(block.text)):
        material.warn(messages.NAME_IN_TEXT, block, what=_NAMED[what])
