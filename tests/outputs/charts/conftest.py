import math
import re
from dataclasses import dataclass

import pytest
from lxml import etree

from localvision.outputs.blocks import Chart
from localvision.outputs.charts.measure import text_width

SVG = "{http://www.w3.org/2000/svg}"
NUMERIC = ("x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height", "font-size")


@dataclass(frozen=True)
class Label:
    words: str
    left: float
    right: float
    top: float
    bottom: float

    def meets(self, other: "Label") -> bool:
        return (
            self.left < other.right - 0.5
            and other.left < self.right - 0.5
            and self.top < other.bottom - 0.5
            and other.top < self.bottom - 0.5
        )

    def within(self, other: "Label") -> bool:
        return self.left >= other.left - 0.5 and self.right <= other.right + 0.5


def marks_of(root) -> list[Label]:
    """Circles, cards and bars: a label stands wholly in one or wholly outside."""
    marks = []
    for node in root.iter(f"{SVG}circle"):
        x, y, r = (float(node.get(k)) for k in ("cx", "cy", "r"))
        marks.append(Label("circle", x - r, x + r, y - r, y + r))
    for node in root.iter(f"{SVG}rect"):
        bar = 12.9 < float(node.get("height")) < 14.1
        if node.get("rx") == "4" or bar:
            x, y, w, h = (float(node.get(k)) for k in ("x", "y", "width", "height"))
            marks.append(Label("card", x, x + w, y, y + h))
    return marks


def labels_of(root) -> list[Label]:
    labels = []
    for text in root.iter(f"{SVG}text"):
        x, y, size = (float(text.get(k)) for k in ("x", "y", "font-size"))
        # The measure keeps 2% in hand for wider fallbacks; the family itself needs less.
        width = text_width(text.text or "", size, int(text.get("font-weight", 400))) / 1.02
        shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[text.get("text-anchor", "start")]
        if text.get("transform"):
            labels.append(Label(text.text, x - 0.72 * size, x + 0.1 * size, y - width, y))
            continue
        left = x - shift * width
        labels.append(Label(text.text or "", left, left + width, y - 0.72 * size, y))
    return labels


@pytest.fixture(scope="session")
def sound():
    """A check of any drawing: finite, described, in its frame, no labels that collide."""

    def check(chart: Chart, collide: bool = True) -> None:
        root = etree.fromstring(chart.svg.encode())
        assert root.get("role") == "img"
        assert root[0].tag == f"{SVG}title"
        assert root[0].text == chart.caption.strip() or root[0].text
        assert root[1].tag == f"{SVG}desc"
        assert root[1].text
        assert "style=" not in chart.svg
        assert "<script" not in chart.svg
        assert not re.search(r'(?<![a-zA-Z])(nan|inf)(?![a-zA-Z])"', chart.svg.lower())
        width, height = (float(v) for v in root.get("viewBox").split()[2:])
        assert (width, height) == pytest.approx((chart.width, chart.height), abs=0.01)
        _in_frame(root, width, height)
        labels = labels_of(root)
        for label in labels:
            assert label.left >= -1, label
            assert label.right <= width + 1, label
            assert label.top >= -1, label
            assert label.bottom <= height + 1, label
        for mark in marks_of(root):
            for label in labels:
                assert label.within(mark) or not label.meets(mark), (label, mark)
        if collide:
            for i, one in enumerate(labels):
                for other in labels[i + 1 :]:
                    assert not one.meets(other), (one, other)

    return check


def _in_frame(root, width: float, height: float) -> None:
    for node in root.iter():
        for name in NUMERIC:
            if node.get(name) is not None:
                assert math.isfinite(float(node.get(name))), (node.tag, name)
        if node.tag == f"{SVG}rect":
            x, y, w, h = (float(node.get(k)) for k in ("x", "y", "width", "height"))
            assert w > 0
            assert h > 0
            assert x >= -1
            assert x + w <= width + 1
            assert y >= -1
            assert y + h <= height + 1
        if node.tag == f"{SVG}circle":
            x, y, r = (float(node.get(k)) for k in ("cx", "cy", "r"))
            assert r >= 0
            assert x - r >= -1
            assert x + r <= width + 1
            assert y + r <= height + 1
