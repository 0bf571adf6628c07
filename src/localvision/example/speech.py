"""Makes written lines into speech: hesitations and small changes, so that no two tellings match."""

from __future__ import annotations

import random
import re
from functools import cache

from localvision.example.bank import bank

# Either word may stand for the other without a change of sense.
WORDS = (
    ("everybody", "everyone"), ("nobody", "no one"), ("somebody", "someone"),
    ("anybody", "anyone"), ("until", "till"), ("rang", "phoned"), ("quite", "fairly"),
    ("really", "actually"), ("a bit", "a little"), ("a couple of", "one or two"),
    ("straight away", "right away"), ("at the time", "back then"), ("as if", "as though"),
    ("I suppose", "I guess"), ("I remember", "I can remember"), ("perhaps", "maybe"),
    ("I'm not sure", "I'm not certain"), ("for about", "for around"),
    ("at the start", "to begin with"), ("afterwards", "after that"),
    ("I'd say", "I would say"), ("I'd have", "I would have"),
    ("It's not that", "It isn't that"),
    ("I think it", "I think that it"),
    ("a while", "a good while"), ("for years", "for years and years"),
    ("kept asking", "went on asking"), ("I noticed", "I began to notice"),
    ("you could see", "you'd see"), ("before that", "before then"),
    ("all the time", "the whole time"),
    ("every time", "each time"), ("in the end", "eventually"),
    ("they'd say", "they would say"),
    ("the people who", "those who"), ("sort of", "kind of"),
    ("to be honest", "if I'm honest"), ("now and then", "now and again"),
    ("I was told", "they told me"),
)  # fmt: skip
# People who speak with care say more of these in full.
IN_FULL = (
    ("didn't", "did not"), ("wasn't", "was not"), ("couldn't", "could not"), ("I've", "I have"),
    ("don't", "do not"), ("isn't", "is not"), ("it's", "it is"), ("there's", "there is"),
    ("they're", "they are"), ("we're", "we are"), ("hadn't", "had not"), ("can't", "cannot"),
    ("weren't", "were not"), ("that's", "that is"),
)  # fmt: skip
CAREFUL = ("enabler", "council", "nhs", "member", "national")
OPENINGS = ("It ", "They ", "There ", "We ", "You ", "He ", "She ", "That ")
SPLIT = re.compile(r"(?<=[.?!]) (?=[A-Z'])")
CHANGE_SHARE = 0.5
FULL_SHARE = 0.35
FILLER_SHARE = 0.16
ASIDE_SHARE = 0.5
RUN_ON = ("It ", "It's ", "They ", "There ", "There's ", "We ", "You ", "I ", "I'd ", "I've ",
          "We'd ", "They'd ", "He ", "She ", "That's ", "Nobody ", "Somebody ")  # fmt: skip
RUN_ON_WORDS = (", and ", ", and ", ", ", " and ")
RUN_ON_SHARE, LONGEST_RUN = 0.38, 36


def spoken(text: str, voice: str, rng: random.Random, *, asides: bool = True) -> str:
    """Return a line as this voice might say it today.

    Parameters
    ----------
    text : words with no slots left in them.
    voice : manner of speaking, a key of the bank.
    rng : decides what is said otherwise than it was written.
    asides : whether a sentence may end with an aside.
    """
    first, *others = SPLIT.split(text)
    sentences = _run_on([first, *(_hesitant(each, voice, rng) for each in others)], rng)
    said = [_reworded(each, voice, rng) for each in sentences]
    if asides and said:
        # One aside in an answer is a habit; two are a tic.
        chosen = rng.randrange(len(said))
        said[chosen] = _aside(said[chosen], voice, rng)
    return " ".join(said)


def _run_on(sentences: list[str], rng: random.Random) -> list[str]:
    """Let two short statements run into one, as they do in speech."""
    joined = sentences[:1]
    for sentence in sentences[1:]:
        last = joined[-1]
        short = len(last.split()) + len(sentence.split()) <= LONGEST_RUN
        fits = last.endswith(".") and sentence.startswith(RUN_ON) and short
        if fits and rng.random() < RUN_ON_SHARE:
            keep = sentence.startswith(("I ", "I'"))
            rest = sentence if keep else sentence[0].lower() + sentence[1:]
            joined[-1] = f"{last[:-1]}{rng.choice(RUN_ON_WORDS)}{rest}"
        else:
            joined.append(sentence)
    return joined


def _aside(sentence: str, voice: str, rng: random.Random) -> str:
    """End a statement of some length with an aside, at times."""
    words = sentence.split()
    if rng.random() >= ASIDE_SHARE or not sentence.endswith(".") or not 7 <= len(words) <= 24:
        return sentence
    asides = bank().where(part="aside", voice=voice)
    return f"{sentence[:-1]}, {rng.choice(asides).text}."


def _reworded(sentence: str, voice: str, rng: random.Random) -> str:
    words = sentence
    for one, other in WORDS:
        if one in words and rng.random() < CHANGE_SHARE:
            words = _replaced(words, one, other)
        elif other in words and rng.random() < CHANGE_SHARE:
            words = _replaced(words, other, one)
    if voice in CAREFUL:
        for one, other in IN_FULL:
            if one in words and rng.random() < FULL_SHARE:
                words = _replaced(words, one, other)
    return words


def _replaced(words: str, one: str, other: str) -> str:
    """Replace the first of a word; not where it is followed by an apostrophe or ends a clause."""
    return _pattern(one).sub(other, words, count=1)


@cache
def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(word)}\b(?=[ ,])(?! (?:of|it|are)\b)")


def _hesitant(sentence: str, voice: str, rng: random.Random) -> str:
    """Put a filler before a sentence that begins with a small word."""
    if rng.random() >= FILLER_SHARE or not sentence.startswith(OPENINGS):
        return sentence
    fillers = bank().where(part="filler", voice=voice)
    filler = rng.choice(fillers).text if fillers else "well"
    first, rest = sentence[0].lower(), sentence[1:]
    return f"{filler[0].upper()}{filler[1:]}, {first}{rest}"
