import dataclasses
import datetime as dt

import pytest

from localvision.errors import LocalVisionError
from localvision.outputs import build
from localvision.outputs.blocks import (
    NOT_ASKED,
    WITHHELD,
    Base,
    ChartBlock,
    ClaimBlock,
    ClaimEvidence,
    Column,
    EvidenceAppendix,
    EvidencePassage,
    Fraction,
    Heading,
    InsightsBlock,
    MatrixBlock,
    MatrixColumn,
    MethodsBlock,
    QuotationBlock,
    QuotationKind,
    Redaction,
    Reference,
    Report,
    Status,
    SummaryBlock,
    SummaryClaim,
    TableBlock,
    Text,
    ThemeMapBlock,
    VisualSummaryBlock,
    VoiceRow,
    VoicesBlock,
    Words,
)
from localvision.outputs.charts import DotGroup, PlaceDots, draw_place_dots
from localvision.outputs.guards import check_report, problems_in

BASE = Base(n=21, of=25, unit="places")
NO_N = Base(n=None, unit="places")
FRACTION = Fraction(label="Places", count=11, asked=21, total=25)
CLAIM = ClaimBlock(
    number=4,
    sentence="Trust came first.",
    status=Status.INTERIM,
    strength="moderate",
    fractions=(FRACTION,),
    sources=3,
)


def made(*blocks, **changes) -> Report:
    facts = {
        "title": "T",
        "programme": "P",
        "as_at": dt.date(2026, 3, 12),
        "edition": "Draft",
        "status": Status.INTERIM,
        "invented": True,
        "blocks": blocks,
    }
    return Report(**(facts | changes))


def codes(*blocks, **changes) -> list[str]:
    return [p.code.removeprefix("outputs.") for p in problems_in(made(*blocks, **changes))]


def table(base=BASE, rows=(("a", 1),), caption="Counts") -> TableBlock:
    columns = (Column(label="x"), Column(label="y", numeric=True))
    return TableBlock(caption=caption, base=base, columns=columns, rows=rows)


def dots(**changes) -> ChartBlock:
    chart = draw_place_dots(
        PlaceDots(caption="Order", base=BASE, groups=(DotGroup(label="First", count=2),))
    )
    return ChartBlock(chart=dataclasses.replace(chart, **changes))


def matrix(counts, threshold=None) -> MatrixBlock:
    return MatrixBlock(
        caption="M",
        base=BASE,
        columns=(MatrixColumn(label="Trust"),),
        cases=("A",),
        counts=counts,
        threshold=threshold,
    )


@pytest.mark.requirement("R236")
@pytest.mark.parametrize(
    "block",
    [
        table(NO_N),
        dots(base=NO_N),
        dataclasses.replace(CLAIM, fractions=()),
        dataclasses.replace(matrix(((1,),)), base=NO_N),
        MethodsBlock(base=NO_N, sources=()),
        VoicesBlock(base=NO_N, clusters=(), rows=(), silent=()),
        InsightsBlock(base=NO_N),
        ThemeMapBlock(base=NO_N, themes=()),
        VisualSummaryBlock(headline="H", base=NO_N, numbers=(), claims=()),
    ],
    ids=lambda block: type(block).__name__,
)
def test_nothing_is_printed_without_n(block):
    assert "no-n" in codes(block)
    with pytest.raises(LocalVisionError) as raised:
        build(made(block), formats=("html",))
    assert raised.value.code == "outputs.no-n"


@pytest.mark.requirement("R326")
@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"sentence": "In other words."}, []),
        ({"status": Status.FINAL}, ["summary-differs"]),
        ({"strength": "strong"}, ["summary-differs"]),
        (
            {"fraction": Fraction(label="Places", count=12, asked=21, total=25)},
            ["summary-differs"],
        ),
        ({"number": 5}, ["summary-unknown-claim"]),
    ],
)
def test_a_summary_says_what_the_body_says(changes, expected):
    summary = dataclasses.replace(SummaryClaim.of(CLAIM), **changes)
    assert codes(SummaryBlock(claims=(summary,)), CLAIM) == expected
    page = VisualSummaryBlock(headline="H", base=BASE, numbers=(), claims=(summary,))
    assert codes(page, CLAIM) == expected


@pytest.mark.requirement("R229")
@pytest.mark.parametrize(
    ("segments", "kind", "expected"),
    [
        ((Words("We stopped."),), QuotationKind.VERBATIM, []),
        ((Words("We stopped "), Redaction("name")), QuotationKind.VERBATIM, ["verbatim-edited"]),
        ((Words("We stopped "), Redaction("name")), QuotationKind.EDITED, []),
        ((Words("They note that it stopped."),), QuotationKind.PARAPHRASE, []),
        ((Words("“They note that it stopped.”"),), QuotationKind.PARAPHRASE, ["paraphrase-quoted"]),
    ],
)
def test_only_what_was_said_stands_in_quotation_marks(segments, kind, expected):
    assert codes(QuotationBlock(segments=segments, role="Enabler", kind=kind)) == expected
    passage = EvidencePassage(passage="P1", role="Enabler", segments=segments, kind=kind)
    appendix = EvidenceAppendix(claims=(ClaimEvidence(claim=4, passages=(passage,)),))
    assert codes(CLAIM, appendix) == expected


@pytest.mark.requirement("R334")
def test_a_quotation_has_a_role():
    assert codes(QuotationBlock(segments=(Words("No."),), role=" ")) == ["no-role"]


@pytest.mark.requirement("R239")
def test_no_claim_is_final_without_a_search_for_contrary_evidence():
    final = dataclasses.replace(CLAIM, status=Status.FINAL)
    assert codes(final) == ["settled-untested"]
    assert codes(dataclasses.replace(final, searched_against=True)) == []
    assert codes(dataclasses.replace(final, against=(FRACTION,))) == []


@pytest.mark.requirement("R327")
def test_citations_and_references_agree():
    work = Reference(key="a", cited_as="A (2001)", entry="A. (2001) A book.")
    assert codes(Text(text="As [ref:a] says."), references=(work,)) == []
    assert codes(Text(text="As [ref:b] says.")) == ["link-dangles"]
    assert codes(Text(text="Nothing."), references=(work,)) == ["reference-unused"]


@pytest.mark.parametrize(
    "block",
    [
        Text(text="see [claim:9]"),
        Text(text="see [evidence:4]"),
        Text(text="see [see:nowhere]"),
        QuotationBlock(segments=(Words("No."),), role="Enabler", claim=9),
        EvidenceAppendix(claims=(ClaimEvidence(claim=9, passages=()),)),
    ],
)
def test_a_link_to_nowhere_is_refused(block):
    assert codes(CLAIM, block) == ["link-dangles"]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (dots(alt=" "), ["no-alt"]),
        (dots(caption=""), ["no-caption"]),
        (table(caption=" "), ["no-caption"]),
        (table(rows=(("a", 1, 2),)), ["table-ragged"]),
        (table(rows=(("a", float("nan")),)), ["number-not-finite"]),
        (table(rows=(("a", NOT_ASKED),)), []),
        (matrix(((1, 2),)), ["table-ragged"]),
        (matrix(((1,), (2,))), ["table-ragged"]),
        (matrix(((2,),), threshold=5), ["small-cell-shown"]),
        (matrix(((WITHHELD,),), threshold=5), []),
        (matrix(((0,),), threshold=5), []),
        (
            VoicesBlock(
                base=BASE,
                clusters=("process",),
                rows=(VoiceRow(role="Enabler", people=1, places=1, counts=(1, 2)),),
                silent=(),
            ),
            ["table-ragged"],
        ),
        (Heading(text="Findings"), ["section-without-sources"]),
        (Text(text="a\x07b"), ["control-character"]),
    ],
)
def test_a_broken_block_is_named(block, expected):
    assert codes(block) == expected


def test_claims_and_anchors_are_there_once():
    assert codes(CLAIM, CLAIM) == ["claim-twice"]
    one = Heading(text="A", level=2, anchor="a")
    assert codes(one, one) == ["anchor-twice"]


def test_one_page_holds_six_claims():
    claims = [dataclasses.replace(CLAIM, number=n) for n in range(1, 8)]
    page = VisualSummaryBlock(
        headline="H", base=BASE, numbers=(), claims=tuple(SummaryClaim.of(c) for c in claims)
    )
    assert codes(page, *claims) == ["one-page-too-full"]


def test_all_that_is_wrong_is_listed_at_once():
    with pytest.raises(LocalVisionError) as raised:
        check_report(made(table(NO_N), CLAIM, CLAIM, Text(text="[claim:9]")))
    found = {p.code for p in raised.value.problems}
    assert found == {"outputs.no-n", "outputs.claim-twice", "outputs.link-dangles"}


def test_warnings_do_not_stop_a_report():
    check_report(made(Heading(text="Findings")))


def test_the_sample_has_nothing_wrong(report):
    assert problems_in(report) == ()
