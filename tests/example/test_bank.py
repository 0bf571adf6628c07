"""The bank of sentences: read whole, every slot filled, every line usable."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from localvision.errors import LocalVisionError
from localvision.example.bank import bank, every_slot, expand
from localvision.example.setting import setting_of

SPOKEN = {"place", "lead", "enabler", "she", "her", "hers", "job", "self", "org", "story"}


def test_every_slot_has_a_filling():
    known = SPOKEN | set(setting_of(2015, 1, "Ostlebury").slots)
    known |= {name.lower() for story in bank().stories for name in story.facts}
    assert set(every_slot()) <= known


def test_the_bank_is_large():
    assert len(bank().lines) > 1_800
    assert sum(len(line.text.split()) for line in bank().lines) > 55_000


def test_no_line_stands_twice():
    texts = [line.text for line in bank().lines if "filler" not in str(line.block.facts)]
    long = [text for text in texts if len(text.split()) > 6]
    assert len(long) == len(set(long))


@pytest.mark.parametrize("voice", ["enabler", "council", "nhs", "voluntary", "frontline"])
@pytest.mark.parametrize(
    "condition", ["dedicated_lead", "political_support", "enabler_fit", "alignment", "culture"]
)
def test_every_voice_can_speak_of_a_condition_both_ways(voice, condition):
    lines = bank().where(cond=condition, voice=voice)
    for present in ("yes", "no"):
        assert sum(line.block.facts["present"] == present for line in lines) >= 3


def test_a_slot_without_a_filling_is_refused():
    with pytest.raises(LocalVisionError) as caught:
        expand("{nothing} here.", {}, random.Random(1))
    assert caught.value.code == "example.broken-bank"


@settings(max_examples=50)
@given(seed=st.integers(), word=st.text("abc ", min_size=1, max_size=8))
def test_choices_leave_no_marks(seed, word):
    words = expand(f"<one|two> <|{word}>three {{slot}}.", {"slot": "four"}, random.Random(seed))
    assert not set("<>|{}") & set(words)
    assert words[0].isupper()
