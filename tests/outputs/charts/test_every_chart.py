import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from localvision.errors import LocalVisionError
from localvision.outputs.blocks import (
    NOT_ASKED,
    WITHHELD,
    Base,
    Fraction,
    MatrixBlock,
    MatrixColumn,
    ThemeLink,
    ThemeMapBlock,
    ThemeNode,
)
from localvision.outputs.charts import (
    DotGroup,
    Event,
    FractionBars,
    Grade,
    Period,
    PlaceDots,
    StackedBars,
    StackedRow,
    StageRow,
    StageStrip,
    ThemeMap,
    ThemeMatrix,
    Timeline,
    Trajectories,
    Trajectory,
    draw_fraction_bars,
    draw_place_dots,
    draw_stacked_bars,
    draw_stage_strip,
    draw_theme_map,
    draw_theme_matrix,
    draw_timeline,
    draw_trajectories,
    export_chart,
    png_of,
)
from localvision.outputs.charts.palette import TONES
from tests.outputs.sample import drawings

BASE = Base(n=3, of=5, unit="places")
CLUSTERS = st.sampled_from(["process", "context", "change", ""])
REAL = (
    "Organisational structures and priorities across every locality",
    "First meeting of all chief officers and their deputies",
    "Elmbridge Hundred",
    "W" * 45,
    "Timing",
)
ANY = st.text(alphabet="abcdefghijklmnop ABCW&<>\"'é£–漢\x07#$", min_size=1, max_size=60)
WORDS = st.sampled_from(REAL) | ANY.filter(lambda text: text.strip())
SHORT = st.text(alphabet="abcdefghij Wm", min_size=1, max_size=24).filter(lambda t: t.strip())
QUICK = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@st.composite
def fractions(draw):
    total = draw(st.integers(0, 3000))
    asked = draw(st.none() | st.integers(0, total))
    count = draw(st.none() | st.integers(0, total if asked is None else asked))
    return Fraction(label=draw(WORDS), count=count, asked=asked, total=total)


@QUICK
@given(
    st.lists(fractions(), min_size=1, max_size=4),
    st.lists(fractions(), max_size=2),
    CLUSTERS,
    st.sampled_from([300.0, 340.0, 600.0, 640.0]),
    st.booleans(),
)
def test_fraction_bars(sound, some, against, cluster, width, key):
    spec = FractionBars(
        fractions=tuple(some),
        against=tuple(against),
        cluster=cluster,
        width=width,
        key=key,
        caption="Claim 4",
    )
    sound(draw_fraction_bars(spec))


COUNT = st.integers(0, 3000) | st.just(WITHHELD)


@QUICK
@given(st.lists(st.tuples(WORDS, COUNT, CLUSTERS), min_size=1, max_size=5), st.integers(0, 2))
def test_place_dots(sound, groups, kind):
    kinds = ("heard", "unclear", "open")
    spec = PlaceDots(
        caption="Order",
        base=BASE,
        groups=tuple(
            DotGroup(label=w, count=c, cluster=k, kind=kinds[(i + kind) % 3])
            for i, (w, c, k) in enumerate(groups)
        ),
    )
    sound(draw_place_dots(spec))


@QUICK
@given(
    st.lists(SHORT, min_size=1, max_size=7),
    st.lists(st.tuples(WORDS, st.none() | st.integers(0, 6)), min_size=1, max_size=8),
)
def test_stage_strip(sound, stages, rows):
    spec = StageStrip(
        stages=tuple(stages),
        caption="Stages",
        base=BASE,
        rows=tuple(StageRow(label=w, now=None if n is None else n % len(stages)) for w, n in rows),
    )
    sound(draw_stage_strip(spec))


@QUICK
@given(
    st.lists(st.tuples(WORDS, st.sampled_from(sorted(TONES))), min_size=1, max_size=6),
    st.data(),
)
def test_stacked_bars(sound, grades, data):
    counts = st.tuples(*(st.integers(0, 900) for _ in grades)) | st.just(WITHHELD)
    rows = data.draw(st.lists(st.tuples(WORDS, counts), min_size=1, max_size=5))
    spec = StackedBars(
        caption="Outcomes",
        base=BASE,
        grades=tuple(Grade(label=w, tone=t) for w, t in grades),
        rows=tuple(StackedRow(label=w, counts=c) for w, c in rows),
    )
    sound(draw_stacked_bars(spec))


@QUICK
@given(st.lists(SHORT, min_size=1, max_size=6, unique=True), st.integers(1, 6), st.data())
def test_trajectories(sound, waves, across, data):
    value = st.floats(1, 5) | st.just(NOT_ASKED)
    values = st.tuples(*(value for _ in waves))
    rows = data.draw(st.lists(st.tuples(WORDS, values), min_size=1, max_size=8))
    spec = Trajectories(
        waves=tuple(waves),
        rows=tuple(Trajectory(label=w, values=v) for w, v in rows),
        low=1,
        high=5,
        low_words="low",
        high_words="high",
        caption="Purpose",
        base=BASE,
        across=across,
    )
    sound(draw_trajectories(spec))


@QUICK
@given(
    st.lists(st.tuples(WORDS, CLUSTERS), min_size=1, max_size=11),
    st.lists(WORDS, min_size=1, max_size=6),
    st.data(),
)
def test_theme_matrix(sound, columns, cases, data):
    cell = st.integers(0, 999) | st.sampled_from([NOT_ASKED, WITHHELD])
    counts = tuple(tuple(data.draw(cell) for _ in columns) for _ in cases)
    block = MatrixBlock(
        caption="Passages",
        base=BASE,
        columns=tuple(MatrixColumn(label=w, cluster=c) for w, c in columns),
        cases=tuple(cases),
        counts=counts,
    )
    sound(draw_theme_matrix(ThemeMatrix(matrix=block)))


@QUICK
@given(st.lists(st.tuples(WORDS, CLUSTERS, COUNT), min_size=1, max_size=11), st.data())
def test_theme_map(sound, themes, data):
    nodes = tuple(
        ThemeNode(code=str(i), label=w, cluster=c or f"other {i % 4}", count=n)
        for i, (w, c, n) in enumerate(themes)
    )
    code = st.sampled_from([n.code for n in nodes])
    links = data.draw(st.lists(st.tuples(code, code, st.integers(0, 60)), max_size=8))
    block = ThemeMapBlock(
        themes=nodes,
        base=BASE,
        links=tuple(ThemeLink(one=a, other=b, count=n) for a, b, n in links if a != b),
    )
    sound(draw_theme_map(ThemeMap(block=block)))


@QUICK
@given(
    st.lists(
        st.tuples(st.dates(dt.date(2013, 1, 1), dt.date(2017, 1, 1)), WORDS, SHORT),
        min_size=1,
        max_size=12,
    ),
    st.booleans(),
)
def test_timeline(sound, events, periods):
    spec = Timeline(
        caption="A place",
        base=BASE,
        events=tuple(
            Event(day=d, label=w, lane=lane if i % 2 else "", planned=i % 3 == 0)
            for i, (d, w, lane) in enumerate(events)
        ),
        periods=(Period(start=dt.date(2014, 1, 1), end=dt.date(2014, 9, 1), label="Wave 1"),)
        * periods,
    )
    sound(draw_timeline(spec))


SAMPLES = (
    drawings.order_of_trust,
    drawings.outcomes,
    drawings.waves,
    drawings.stages,
    drawings.story,
    lambda: draw_theme_map(ThemeMap(block=drawings.theme_map())),
    lambda: draw_theme_matrix(ThemeMatrix(matrix=drawings.matrix())),
)


@pytest.mark.parametrize("draw", SAMPLES)
def test_the_same_spec_gives_the_same_drawing(sound, draw):
    sound(draw())
    assert draw().svg == draw().svg


def test_text_is_escaped():
    label = '<script>alert("x")</script>'
    chart = draw_place_dots(
        PlaceDots(caption=label, base=BASE, groups=(DotGroup(label=label, count=1),))
    )
    assert "<script" not in chart.svg
    assert "&lt;script&gt;" in chart.svg


def test_every_sample_becomes_a_picture():
    pictures = png_of([draw() for draw in SAMPLES])
    assert len(pictures) == len(SAMPLES)
    for picture in pictures:
        assert picture.startswith(b"\x89PNG")
        width = int.from_bytes(picture[16:20], "big")
        assert width == pytest.approx(1280, abs=2)


def test_letters_reach_the_picture():
    """A family that the engine does not know would leave the labels out without a word."""
    one = draw_place_dots(
        PlaceDots(caption="C", base=BASE, groups=(DotGroup(label="Trust first", count=1),))
    )
    blank = draw_place_dots(
        PlaceDots(caption="C", base=BASE, groups=(DotGroup(label=" ", count=1),))
    )
    assert len(png_of([one])[0]) > len(png_of([blank])[0]) + 300


@pytest.mark.parametrize(
    ("name", "start"),
    [("svg", b"<svg"), ("png", b"\x89PNG"), ("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK")],
)
def test_a_chart_is_exported(name, start):
    assert export_chart(drawings.outcomes(), name).startswith(start)


def test_an_unknown_export_is_refused():
    with pytest.raises(LocalVisionError) as raised:
        export_chart(drawings.outcomes(), "gif")
    assert raised.value.code == "outputs.format-unknown"


@pytest.mark.parametrize(
    ("draw", "spec", "code"),
    [
        (draw_fraction_bars, FractionBars(fractions=(), caption="C"), "no-n"),
        (draw_place_dots, PlaceDots(groups=(), caption="C", base=BASE), "no-n"),
        (draw_timeline, Timeline(events=(), caption="C", base=BASE), "no-n"),
        (draw_stacked_bars, StackedBars(grades=(), rows=(), caption="C", base=BASE), "no-n"),
        (
            draw_stacked_bars,
            StackedBars(
                grades=(Grade(label="some", tone="some"),),
                rows=(StackedRow(label="A", counts=(1, 2)),),
                caption="C",
                base=BASE,
            ),
            "table-ragged",
        ),
        (
            draw_theme_map,
            ThemeMap(
                block=ThemeMapBlock(
                    base=BASE,
                    themes=(ThemeNode(code="a", label="A", cluster="process", count=1),),
                    links=(ThemeLink(one="a", other="b", count=1),),
                )
            ),
            "link-dangles",
        ),
    ],
)
def test_a_spec_that_cannot_be_drawn_is_refused(draw, spec, code):
    with pytest.raises(LocalVisionError) as raised:
        draw(spec)
    assert raised.value.code == f"outputs.{code}"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 9.0])
def test_a_value_off_the_scale_is_refused(value):
    spec = Trajectories(
        waves=("1",),
        rows=(Trajectory(label="A", values=(value,)),),
        low=0,
        high=1,
        low_words="low",
        high_words="high",
        caption="C",
        base=BASE,
    )
    with pytest.raises(LocalVisionError) as raised:
        draw_trajectories(spec)
    assert raised.value.code == "outputs.number-not-finite"


def test_missing_is_drawn_as_missing():
    """Not asked is hatched or open, never a nought."""
    chart = draw_fraction_bars(
        FractionBars(
            caption="C", fractions=(Fraction(label="Places", count=0, asked=10, total=20),)
        )
    )
    assert "<path" in chart.svg
    full = draw_fraction_bars(
        FractionBars(
            caption="C", fractions=(Fraction(label="Places", count=0, asked=20, total=20),)
        )
    )
    assert "<path" not in full.svg
    assert drawings.order_of_trust().svg.count("stroke-dasharray") == 4


@pytest.mark.requirement("R240")
def test_outcomes_show_none_mixed_and_adverse():
    alt = drawings.outcomes().alt
    assert "2 adverse, 9 none seen, 3 mixed" in alt


@pytest.mark.requirement("R192", "R194")
def test_the_theme_map_shows_counts_and_what_themes_share():
    chart = draw_theme_map(ThemeMap(block=drawings.theme_map()))
    assert "Process: Enabler role and approach 124" in chart.alt
    assert "Most shared: Networks and relationships and Culture 52" in chart.alt
    assert "not meant to stand alone" in " ".join(chart.svg.replace("<", " <").split())
    assert len(chart.table.rows) == 9
