"""The real interim evaluation, where somebody has it: it may not be copied into this project.

Set LOCALVISION_SEED_DOCUMENT to the text of "Reframing, Realignment and Relationships:
Interim evaluation of the first place-based programmes for Systems Leadership: Local
Vision" (Bristol Leadership Centre, May 2015). Expected figures: this project's
requirements R215-R224, counted in that document.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from localvision.intake import quotation_summary, read_document

SEED = os.environ.get("LOCALVISION_SEED_DOCUMENT", "")
FRAME = {
    "Enabler role and approach": ("5.2.1", "process"),
    "Problem framing and analysis": ("5.2.2", "process"),
    "Timing": ("5.2.3", "process"),
    "Organisational structures and priorities": ("5.3.1", "context"),
    "Networks and relationships": ("5.3.2", "context"),
    "Political and organisational support": ("5.3.3", "context"),
    "Mindset": ("5.4.1", "change"),
    "Culture": ("5.4.2", "change"),
    "Behaviours": ("5.4.3", "change"),
}

pytestmark = pytest.mark.skipif(not SEED, reason="LOCALVISION_SEED_DOCUMENT names no document")


@pytest.mark.requirement("R215", "R216", "R217", "R218", "R219", "R220", "R224", "R229", "R230")
def test_every_figure_of_the_published_document():
    document = read_document(Path(SEED).read_bytes(), "interim-evaluation.txt")
    summary = quotation_summary(document.quotations, FRAME)
    assert (summary.n, summary.words) == (66, 2470)
    assert (summary.n_in_themes, summary.n_elsewhere) == (58, 8)
    assert summary.by_cluster == {"process": 14, "context": 11, "change": 33}
    assert summary.by_theme == {
        "5.2.1": 6, "5.2.2": 1, "5.2.3": 7, "5.3.1": 3, "5.3.2": 6, "5.3.3": 2,
        "5.4.1": 8, "5.4.2": 13, "5.4.3": 12,
    }  # fmt: skip
    assert summary.by_role == {
        "enabler": 30, "project partner": 17, "project participant": 10,
        "steering group member": 8, "programme team": 1,
    }  # fmt: skip
    assert summary.by_raw_role["SL Steering Group member"] == 1
    assert summary.roles_used_once == ("programme team",)
    assert summary.by_kind == {"verbatim": 64, "joined": 1, "paraphrase": 1}
    assert document.turns == ()
    assert document.problems == ()
