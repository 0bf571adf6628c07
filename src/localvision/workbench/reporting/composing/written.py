"""What people wrote, on its way out: claim keys become numbers, and loose words are flagged."""

from __future__ import annotations

import re
from collections.abc import Mapping

from localvision.errors import workbench_reporting as messages
from localvision.outputs.blocks import Bullets, Text
from localvision.workbench.claims.bridge import Coverage
from localvision.workbench.reporting.bridge import loose_narrative
from localvision.workbench.reporting.composing.markup import cited_keys, narrative, with_numbers
from localvision.workbench.reporting.composing.material import Material
from localvision.workbench.reporting.enums import BlockKind
from localvision.workbench.reporting.models import ReportBlock


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
    masked = sum(
        1
        for block in material.blocks
        if block.kind == BlockKind.QUOTATION
        and (passage := material.quotable(block.passage_id or 0)) is not None
        and material.words_of(passage).masked
    )
    if masked:
        material.warn(messages.NAMES_MASKED, n=masked)


def cited_claims(block: ReportBlock) -> list[str]:
    """Return the keys of the claims that a block's words cite."""
    return cited_keys(block.text)


def _check_words(material: Material, block: ReportBlock, coverages: Mapping[str, Coverage]) -> None:
    for loose in loose_narrative(block.text, coverages):
        if loose.fraction:
            material.warn(messages.WORD_DISAGREES, block, word=loose.word, fraction=loose.fraction)
        else:
            material.warn(messages.LOOSE_WORD, block, word=loose.word)
    for name in _named(block.text, material.places):
        material.warn(messages.NAME_IN_TEXT, block, name=name)


def _named(text: str, places: tuple[str, ...]) -> list[str]:
    """Return the places of the programme that a text names, once each.

    >>> _named("In Ashmere and beyond", ("Ashmere", "Kestle"))
    ['Ashmere']
    """
    return [
        place
        for place in places
        if len(place) > 3 and re.search(rf"(?<!\w){re.escape(place)}(?!\w)", text)
    ]
