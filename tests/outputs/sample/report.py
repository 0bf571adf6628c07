"""A whole invented interim report, as an evaluator would hand it to a Steering Group."""

import datetime as dt

from localvision.outputs.blocks import (
    CHANGE,
    CONTEXT,
    PROCESS,
    WITHHELD,
    Base,
    Bullets,
    ChartBlock,
    Column,
    Edit,
    EvidenceAppendix,
    Heading,
    Insight,
    InsightsBlock,
    KeyNumber,
    MethodsBlock,
    MethodsSource,
    Missing,
    Note,
    QuotationBlock,
    QuotationKind,
    ReadingKeyBlock,
    Reference,
    Report,
    Status,
    SummaryBlock,
    SummaryClaim,
    TableBlock,
    Text,
    VisualSummaryBlock,
    VoiceRow,
    VoicesBlock,
    Words,
    cut,
)
from localvision.outputs.charts import ThemeMap, draw_theme_map
from tests.outputs.sample import drawings
from tests.outputs.sample.statements import CLAIMS, UNHEARD
from tests.outputs.sample.words import REMOVED, SAID, evidence

UNKNOWN = (
    "Whether any of this lasts once the Enabler has gone: the first exits are in May 2026.",
    "Whether people who use services notice a difference: they were asked in 11 of 25 places.",
    "How far the four places not yet interviewed differ from the others.",
)

NATIONAL = Missing("not-asked", "national")

INTERVIEWS = "118 interviews in 21 of 25 places, waves 1 and 2"


def _claim(number: int):
    return next(c for c in CLAIMS if c.number == number)


def _methods() -> MethodsBlock:
    return MethodsBlock(
        base=Base(n=21, of=25, unit="places", missing="4 not yet interviewed"),
        anchor="methods",
        sources=(
            MethodsSource(
                kind="Interviews",
                n=118,
                unit="people",
                approached=143,
                places=21,
                when="spring and autumn 2025",
                missing="25 declined or had left; 4 places not yet begun",
            ),
            MethodsSource(
                kind="Partner survey, round 3",
                n=204,
                unit="replies",
                approached=391,
                places=23,
                when="January 2026",
                missing="187 did not reply; lowest in places with no Enabler",
            ),
            MethodsSource(
                kind="Enablers' logs",
                n=612,
                unit="entries",
                places=22,
                when="since November 2024",
                missing="3 Enablers kept none",
            ),
            MethodsSource(
                kind="Steering Group sessions",
                n=6,
                unit="sessions",
                approached=6,
                when="2025",
            ),
        ),
        notes=("Two evaluators coded every interview; frame version 3. See [ref:braun].",),
    )


def _voices() -> VoicesBlock:
    return VoicesBlock(
        base=Base(n=118, unit="people", missing="25 of 143 approached did not take part"),
        clusters=(PROCESS, CONTEXT, CHANGE),
        anchor="voices",
        rows=(
            VoiceRow(role="Enabler", people=14, places=14, counts=(131, 64, 98)),
            VoiceRow(role="Project partner", people=61, places=21, counts=(102, 121, 203)),
            VoiceRow(role="Project participant", people=29, places=12, counts=(41, 22, 158)),
            VoiceRow(role="Steering Group member", people=13, places=NATIONAL, counts=(34, 48, 27)),
            VoiceRow(
                role="Programme team",
                people=WITHHELD,
                places=NATIONAL,
                counts=(0, WITHHELD, 0),
                flag="(used once: may be one person)",
            ),
        ),
        silent=("Citizens and people who use services", "Elected members", "National officials"),
    )


def _insights() -> InsightsBlock:
    return InsightsBlock(
        base=Base(n=21, of=25, unit="places", missing="4 not yet interviewed"),
        anchor="insights",
        enablers=(
            Insight(
                text="Asking what the problem is before asking for solutions",
                carried_by="14 of 21 places",
                claim=1,
            ),
            Insight(
                text="A named sponsor in each organisation", carried_by="9 of 21 places", claim=5
            ),
            Insight(text="Small trials before agreed plans", carried_by="6 of 21 places", claim=10),
        ),
        outcomes=(
            Insight(
                text="Leaders describe the issue as shared", carried_by="15 of 21 places", claim=7
            ),
            Insight(text="People say when they do not know", carried_by="10 of 21", claim=8),
            Insight(text="Front-line practice differs", carried_by="7 of 21 places", claim=9),
        ),
        challenges=(
            Insight(
                text="Reorganisation within three months of the start",
                carried_by="5 of 21 places",
                claim=3,
            ),
            Insight(text="Meetings stop without the Enabler", carried_by="3 of 21", claim=11),
        ),
    )


def _front() -> tuple:
    return (
        VisualSummaryBlock(
            headline="Reframing comes first; relationships carry it; practice follows in a third "
            "of places",
            base=Base(n=21, of=25, unit="places", missing="4 not yet interviewed"),
            numbers=(
                KeyNumber(value=21, of=25, label="places heard"),
                KeyNumber(value=118, of=143, label="people interviewed"),
                KeyNumber(value=204, of=391, label="partners who replied"),
                KeyNumber(value=1049, label="passages coded"),
            ),
            claims=tuple(SummaryClaim.of(_claim(n)) for n in (1, 4, 5, 7, 8, 9)),
            unknowns=UNKNOWN,
            silent=UNHEARD,
            chart=draw_theme_map(ThemeMap(block=drawings.theme_map())),
        ),
        SummaryBlock(
            lead="After two waves, places that asked first what the problem was had brought more "
            "partners to the table and kept them. Change in front-line practice is seen in seven "
            "places and not seen in eight.",
            claims=tuple(SummaryClaim.of(c) for c in CLAIMS),
            unknowns=UNKNOWN,
        ),
    )


def _background() -> tuple:
    return (
        Heading(text="What this report is", sources="the programme's own papers"),
        Text(
            text="The programme pays for an experienced *Enabler* to work beside leaders in "
            "twenty-five places, each on an issue that no organisation can settle alone. Such "
            "issues have been called wicked [ref:rittel]. This report gives what was learned up "
            "to its as-at date. It follows the design set out in [see:methods], and nothing in it "
            "marks a place as better or worse than another.",
            lead=True,
        ),
        Text(
            text="Each finding is a numbered claim. Beside it stand the fraction of people and "
            "places behind it, who was not heard, who disagrees, and what limits it. Every number "
            "leads to its evidence at the end of the report."
        ),
        ReadingKeyBlock(),
        Heading(text="What was done, and who was heard", sources=INTERVIEWS),
        _methods(),
        Text(
            text="Partners were heard on all three clusters. The programme team speaks once, so "
            "its words are withheld from the counts. **Nobody spoke as a citizen, a person who "
            "uses services, or an elected member** ([see:voices])."
        ),
        _voices(),
        ChartBlock(chart=drawings.stages(), anchor="stages"),
        Heading(text="How the themes lie", level=2),
        drawings.theme_map(),
        Text(
            text="The nine themes are connected and should not be read alone: *Networks and "
            "relationships* shares 52 passages with *Culture*. [see:matrix] gives every place."
        ),
        drawings.matrix(),
    )


def _findings() -> tuple:
    hallowdale = SAID[1]
    start = hallowdale.index(REMOVED[0])
    return (
        Heading(text="Process: how the work is done", sources=INTERVIEWS),
        Text(
            text="In 14 of the 21 places asked, partners date the start of the work from the day "
            "when they stopped listing services and asked what was going wrong for people "
            "[claim:1]. The Enabler's part in that was often a single sentence."
        ),
        QuotationBlock(
            segments=(Words(SAID[0]),), role="Project partner", passage="P0001", claim=1
        ),
        _claim(1),
        _claim(2),
        QuotationBlock(
            segments=cut(
                hallowdale,
                (
                    Edit(start=0, end=8, kind="ellipsis"),
                    Edit(start=start, end=start + len(REMOVED[0]), kind="redaction", label="name"),
                    Edit(
                        start=hallowdale.index("her own"),
                        end=hallowdale.index("her own") + 3,
                        kind="insertion",
                        label="the chief officer's",
                    ),
                ),
            ),
            role="Enabler",
            kind=QuotationKind.EDITED,
            passage="P0002",
        ),
        _claim(3),
        _claim(10),
        _claim(11),
        Heading(text="One place over time", level=2),
        ChartBlock(chart=drawings.story(), anchor="story"),
        Heading(text="Context: what helps and what stands in the way", sources=INTERVIEWS),
        Text(
            text="In 11 of the 21 places where we asked, partners described trust between the "
            "most senior people as coming before any pooled money. In three it came the other way "
            "about: a shared budget forced the conversation ([see:trust])."
        ),
        ChartBlock(chart=drawings.order_of_trust(), anchor="trust"),
        _claim(4),
        QuotationBlock(
            segments=(Words("They found that a small shared budget made them honest early on."),),
            role="Project partner",
            kind=QuotationKind.PARAPHRASE,
            claim=4,
        ),
        _claim(5),
        _claim(6),
        Heading(text="Change: what is different, and for whom", sources=INTERVIEWS),
        ChartBlock(chart=drawings.outcomes(), anchor="outcomes", show_table=True),
        _claim(7),
        ChartBlock(chart=drawings.waves(), anchor="waves"),
        _claim(8),
        _claim(9),
        QuotationBlock(
            segments=(Words(SAID[7]),), role="Project participant", passage="P0008", claim=9
        ),
        _claim(12),
    )


def _back() -> tuple:
    return (
        Heading(text="What it adds up to", sources="claims 1 to 11, sections 3 to 5"),
        _insights(),
        Note(
            kind="lesson",
            title="For places starting now",
            text="Ask who is missing before asking what to do. Try it in one street "
            "([claim:10]).\n\nPut a name in each organisation beside the work ([claim:5]).",
        ),
        Bullets(
            items=(
                "Return to the four places that have not been heard before any final report.",
                "Ask citizens and elected members in each place ([see:voices]).",
                "Settle how waiting is counted before claim 12 is looked at again.",
            )
        ),
        TableBlock(
            caption="Offers and asks between places, with their consent",
            base=Base(n=3, of=25, unit="places", missing="22 have not yet been asked"),
            columns=(
                Column(label="Place"),
                Column(label="Offers", width=2),
                Column(label="Asks for", width=2),
            ),
            rows=(
                ("Hallowdale", "Its referral desk's first forms", "Anyone who has shared a rota"),
                ("Merriden", "A morning on drawing the system", "A sponsor's job description"),
                ("Wexcombe", "How it brought housing in", "A way to ask citizens"),
            ),
        ),
        EvidenceAppendix(
            lead="Each passage is given under its id and the speaker's role. Names of people and "
            "places were taken out before this report was made.",
            claims=evidence(tuple(c.number for c in CLAIMS), 25),
        ),
    )


def sample_report() -> Report:
    """Return the sample: 25 places, 9 themes, 12 claims, 311 passages, 8 charts."""
    return Report(
        title="Reframing comes first; relationships carry it",
        subtitle="What twenty-five places had learned after two waves, and what we cannot yet say",
        programme="Places in Common (an invented programme)",
        as_at=dt.date(2026, 3, 12),
        edition="Interim report 1, second draft",
        status=Status.INTERIM,
        invented=True,
        authors=("The evaluation team, Northfield Institute (invented)",),
        summary_line="Interim evaluation of an invented place-based leadership programme.",
        blocks=(*_front(), *_background(), *_findings(), *_back()),
        references=(
            Reference(
                key="rittel",
                cited_as="Rittel and Webber (1973)",
                entry="Rittel, H. and Webber, M. (1973) Dilemmas in a general theory of planning. "
                "Policy Sciences 4, 155–169.",
                url="https://doi.org/10.1007/BF01405730",
                accessed=dt.date(2026, 3, 1),
            ),
            Reference(
                key="braun",
                cited_as="Braun and Clarke (2006)",
                entry="Braun, V. and Clarke, V. (2006) Using thematic analysis in psychology. "
                "Qualitative Research in Psychology 3(2), 77–101.",
                url="https://doi.org/10.1191/1478088706qp063oa",
                accessed=dt.date(2026, 3, 1),
            ),
        ),
    )
