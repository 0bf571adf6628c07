"""How words are counted."""

from __future__ import annotations

import pytest

from localvision.intake import count_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0), ("– — / [ ]", 0), ("don't", 1), ("don’t", 1), ("co-design", 1),
        ("long- term", 2), ("aims/outputs", 2), ("e.g. this", 3), ("[What was] done", 3),
        ("£27,000", 2), ("*Local Vision*", 2), ("re\u0301sume\u0301", 1), ("naïve", 1),
    ],
)  # fmt: skip
def test_words(text, words):
    assert count_words(text) == words
