"""Charts of the sample report; every place and number in them is invented."""

import datetime as dt
import random

from localvision.outputs.blocks import (
    CHANGE,
    CONTEXT,
    NOT_ASKED,
    PROCESS,
    WITHHELD,
    Base,
    Chart,
    MatrixBlock,
    MatrixColumn,
    Missing,
    ThemeLink,
    ThemeMapBlock,
    ThemeNode,
)
from localvision.outputs.charts import (
    DotGroup,
    Event,
    Grade,
    Period,
    PlaceDots,
    StackedBars,
    StackedRow,
    StageRow,
    StageStrip,
    Timeline,
    Trajectories,
    Trajectory,
    draw_place_dots,
    draw_stacked_bars,
    draw_stage_strip,
    draw_timeline,
    draw_trajectories,
)

PLACES = (
    "Ashmere",
    "Beckfold",
    "Carrow Vale",
    "Dunstow",
    "Elmbridge Hundred",
    "Fennick",
    "Garside & Holt",
    "Hallowdale",
    "Inchbrook",
    "Jarrowick",
    "Kelderwater",
    "Lowmarsh",
    "Merriden",
    "Northolme",
    "Oxley Moss",
    "Penharrow",
    "Quarrington",
    "Ravenscar Bay",
    "Saltreach",
    "Tarnside",
    "Underlow",
    "Veldenham",
    "Wexcombe",
    "Yarrowby",
    "Zeal Barton",
)

THEMES = (
    ("role", "Enabler role and approach", PROCESS),
    ("framing", "Problem framing and analysis", PROCESS),
    ("timing", "Timing", PROCESS),
    ("structures", "Organisational structures and priorities", CONTEXT),
    ("networks", "Networks and relationships", CONTEXT),
    ("support", "Political and organisational support", CONTEXT),
    ("mindset", "Mindset", CHANGE),
    ("culture", "Culture", CHANGE),
    ("behaviours", "Behaviours", CHANGE),
)

UNHEARD = ("Kelderwater", "Oxley Moss", "Underlow", "Yarrowby")


def matrix() -> MatrixBlock:
    chance = random.Random(7)
    counts: list[tuple[int | Missing, ...]] = []
    for place in PLACES:
        if place in UNHEARD:
            counts.append(tuple(NOT_ASKED for _ in THEMES))
            continue
        row: list[int | Missing] = []
        for i, _ in enumerate(THEMES):
            n = max(0, round(chance.gauss((6, 4, 5, 3, 7, 2, 8, 9, 6)[i], 3)))
            row.append(WITHHELD if n in (1, 2) else n)
        counts.append(tuple(row))
    return MatrixBlock(
        caption="Coded passages by place and theme, waves 1 and 2",
        base=Base(n=21, of=25, unit="places", missing="4 not yet interviewed"),
        columns=tuple(MatrixColumn(label=name, cluster=cluster) for _, name, cluster in THEMES),
        cases=PLACES,
        counts=tuple(counts),
        threshold=3,
        notes=("Withheld: one or two passages that could point to one person.",),
        anchor="matrix",
    )


def theme_map() -> ThemeMapBlock:
    counts = (124, 81, 103, 62, 149, 44, 168, 187, 131)
    links = (
        ("role", "networks", 31),
        ("framing", "mindset", 44),
        ("timing", "support", 12),
        ("networks", "culture", 52),
        ("structures", "culture", 18),
        ("mindset", "behaviours", 38),
        ("support", "behaviours", 9),
        ("role", "framing", 27),
    )
    return ThemeMapBlock(
        themes=tuple(
            ThemeNode(code=code, label=name, cluster=cluster, count=count)
            for (code, name, cluster), count in zip(THEMES, counts, strict=True)
        ),
        links=tuple(ThemeLink(one=a, other=b, count=n) for a, b, n in links),
        base=Base(n=1049, unit="coded passages", missing="4 of 25 places not yet interviewed"),
        anchor="theme-map",
        show_table=False,
    )


def order_of_trust() -> Chart:
    return draw_place_dots(
        PlaceDots(
            caption="Which came first: trust between senior people, or shared money",
            base=Base(n=21, of=25, unit="places", missing="4 not asked"),
            groups=(
                DotGroup(label="Trust first", count=11, cluster=CONTEXT),
                DotGroup(label="Money first", count=3, cluster=CHANGE),
                DotGroup(label="Cannot tell", count=7, kind="unclear"),
                DotGroup(label="Not asked", count=4, kind="open"),
            ),
        )
    )


def outcomes() -> Chart:
    grades = (
        Grade(label="adverse", tone="against"),
        Grade(label="none seen", tone="none"),
        Grade(label="mixed", tone="mixed"),
        Grade(label="some", tone="some"),
        Grade(label="lasting so far", tone="strong"),
        Grade(label="not asked", tone="unknown"),
    )
    rows = (
        ("How leaders see the problem", (0, 2, 4, 9, 6, 4)),
        ("How organisations work together", (1, 4, 6, 7, 3, 4)),
        ("What front-line staff do differently", (1, 8, 5, 5, 2, 4)),
        ("What people who use services notice", (2, 9, 3, 1, 0, 10)),
    )
    return draw_stacked_bars(
        StackedBars(
            caption="Change graded by evaluators from the evidence, by kind of outcome",
            base=Base(n=21, of=25, unit="places", missing="4 not yet interviewed"),
            grades=grades,
            rows=tuple(StackedRow(label=label, counts=counts) for label, counts in rows),
        )
    )


def waves() -> Chart:
    chance = random.Random(11)
    rows = []
    for place in PLACES[:15]:
        start = chance.uniform(1.5, 3)
        values: list[float | Missing] = [
            round(min(5.0, max(1.0, start + step * chance.uniform(-0.2, 0.9))), 1)
            for step in range(3)
        ]
        if place in UNHEARD:
            values = [NOT_ASKED, NOT_ASKED, NOT_ASKED]
        elif chance.random() < 0.2:
            values[1] = NOT_ASKED
        rows.append(Trajectory(label=place, values=tuple(values)))
    return draw_trajectories(
        Trajectories(
            caption="Partners' rating of shared purpose, median by place and wave",
            base=Base(n=13, of=15, unit="places of cohorts 1 and 2", missing="2 not asked"),
            waves=("Spring 2025", "Autumn 2025", "Spring 2026"),
            rows=tuple(rows),
            low=1,
            high=5,
            low_words="not at all shared",
            high_words="fully shared",
            cluster=CHANGE,
        )
    )


def stages() -> Chart:
    now = (4, 3, 3, 2, 4, 3, 2, 5, 3, 1, None, 3)
    return draw_stage_strip(
        StageStrip(
            caption="Where each project of cohort 1 stood on 12 March 2026",
            base=Base(n=11, of=12, unit="projects", missing="1 not recorded"),
            stages=("Bid", "Start-up", "Diagnosis", "Action", "Exit", "Afterlife"),
            rows=tuple(StageRow(label=p, now=n) for p, n in zip(PLACES[:12], now, strict=True)),
        )
    )


def story() -> Chart:
    return draw_timeline(
        Timeline(
            caption="One place over eighteen months: Hallowdale",
            base=Base(n=11, unit="events", missing="taken from logs and two interviews"),
            periods=(
                Period(start=dt.date(2025, 3, 1), end=dt.date(2025, 5, 15), label="Wave 1"),
                Period(start=dt.date(2025, 10, 1), end=dt.date(2025, 12, 10), label="Wave 2"),
            ),
            events=(
                Event(day=dt.date(2024, 11, 4), label="Proposal agreed", lane="Programme"),
                Event(day=dt.date(2025, 1, 20), label="Enabler starts", lane="Programme"),
                Event(
                    day=dt.date(2025, 2, 3),
                    label="First meeting of chief officers",
                    lane="Place",
                    cluster=PROCESS,
                ),
                Event(
                    day=dt.date(2025, 2, 24),
                    label="Issue framed again as isolation",
                    lane="Place",
                    cluster=PROCESS,
                ),
                Event(
                    day=dt.date(2025, 4, 8), label="Housing joins", lane="Place", cluster=CONTEXT
                ),
                Event(
                    day=dt.date(2025, 7, 1),
                    label="Finance director leaves",
                    lane="Place",
                    cluster=CONTEXT,
                ),
                Event(
                    day=dt.date(2025, 9, 15),
                    label="First shared referral desk",
                    lane="Place",
                    cluster=CHANGE,
                ),
                Event(
                    day=dt.date(2026, 1, 12),
                    label="Desk in all four districts",
                    lane="Place",
                    cluster=CHANGE,
                ),
                Event(day=dt.date(2025, 5, 1), label="Local elections", lane="Around it"),
                Event(day=dt.date(2025, 11, 26), label="National settlement", lane="Around it"),
                Event(
                    day=dt.date(2026, 5, 29), label="Enabler leaves", lane="Programme", planned=True
                ),
            ),
        )
    )
