"""The example's outline as a report: every cited claim has its block, and nothing is made up."""

from __future__ import annotations

import pytest

from localvision.example import generate
from localvision.workbench.reporting.composing.markup import cited_keys
from localvision.workbench.reporting.from_example import blocks_from_example
from localvision.workbench.reporting.rules import check_block


@pytest.fixture(scope="module")
def example():
    return generate(localities=5)


@pytest.fixture(scope="module")
def converted(example):
    claims = {claim.key: number for number, claim in enumerate(example.claims, start=1)}
    passages = {block.ref: 100 + n for n, block in enumerate(example.report.blocks) if block.ref}
    return blocks_from_example(example.report, claims=claims, passages=passages)


def test_each_claim_has_one_block_before_or_where_it_is_first_cited(example, converted):
    shown = [block.claim_id for block in converted.blocks if block.kind == "claim"]
    assert sorted(shown) == list(range(1, len(example.claims) + 1))
    keys = {number: claim.key for number, claim in enumerate(example.claims, start=1)}
    cited = [key for b in converted.blocks if b.kind == "text" for key in cited_keys(b.text)]
    first = list(dict.fromkeys(cited))
    assert [keys[pk] for pk in shown if keys[pk] in first] == first


def test_the_summary_restates_the_claims_that_the_outline_begins_with(converted):
    summary = next(block for block in converted.blocks if block.kind == "summary")
    assert summary.settings["claims"] == ["C10", "C01", "C02", "C11"]
    assert summary.text
    headings = [b.text for b in converted.blocks if b.kind == "heading"]
    assert "Summary" not in headings  # the summary block brings its own


def test_every_block_can_be_stored_and_the_evidence_stands_last(converted):
    for block in converted.blocks:
        check_block(block)
    assert converted.blocks[-1].kind == "evidence"


def test_what_no_room_counts_is_said_and_left_out(converted):
    assert any("conditions" in words for words in converted.left_out)
    kinds = [b.settings.get("shows") for b in converted.blocks if b.kind == "chart"]
    assert "stages" in kinds


def test_a_quotation_whose_passage_is_missing_is_left_out(example):
    made = blocks_from_example(example.report, claims={}, passages={})
    assert not [block for block in made.blocks if block.kind in ("quotation", "claim")]
