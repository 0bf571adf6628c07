"""Makes written lines into speech: hesitations and small changes, so that no two tellings match."""

from __future__ import annotations

import random
import re

from localvision.example.bank import bank

# Each side may stand for the other without a change of sense.
PAIRS = (
    ("I'd say", "I would say"), ("didn't", "did not"), ("wasn't", "was not"),
    ("couldn't", "could not"), ("I've", "I have"), ("they'd", "they had"), ("it's", "it is"),
    ("there's", "there is"), ("I'm not sure", "I don't know"), ("because", "'cause"),
    ("everybody", "everyone"), ("nobody", "no one"), ("somebody", "someone"),
    ("I think", "I reckon"), ("quite", "fairly"), ("really", "actually"), ("a bit", "a little"),
    ("you know", "do you know"), ("that is", "that's"), ("we'd", "we had"), ("don't", "do not"),
    ("isn't", "is not"), ("I remember", "I can remember"), ("and then", "then"),
    ("What I noticed", "The thing I noticed"), ("the first time", "that first time"),
    ("I suppose", "I guess"), ("a lot of", "plenty of"), ("never", "not once"),
)  # fmt: skip
PLAIN = {
    "citizen": ("it's", "there's", "I've", "don't", "isn't", "didn't", "wasn't"),
    "frontline": ("it's", "there's", "I've", "don't", "isn't", "didn't"),
    "voluntary": ("it's", "there's", "don't", "isn't"),
}
SAFE = ("everybody", "everyone", "nobody", "no one", "somebody", "someone", "because", "a bit",
        "I think", "quite", "really", "I'd say", "I suppose", "I remember", "didn't", "wasn't",
        "couldn't", "I've", "don't", "isn't", "there's", "it's")  # fmt: skip
OPENINGS = ("It ", "They ", "There ", "We ", "You ", "He ", "She ", "That ", "So ", "But ")
SPLIT = re.compile(r"(?<=[.?!]) (?=[A-Z'])")
CHANGE_SHARE = 0.3
FILLER_SHARE = 0.09


def spoken(text: str, voice: str, rng: random.Random) -> str:
    """Return a line as this voice might say it today."""
    sentences = [_hesitant(each, voice, rng) for each in SPLIT.split(text)]
    return " ".join(_reworded(each, voice, rng) for each in sentences)


def _reworded(sentence: str, voice: str, rng: random.Random) -> str:
    words = sentence
    for one, other in PAIRS:
        if one in SAFE and rng.random() < CHANGE_SHARE and one not in PLAIN.get(voice, ()):
            words = re.sub(rf"\b{re.escape(one)}\b(?![’'])", other, words, count=1)
    return words


def _hesitant(sentence: str, voice: str, rng: random.Random) -> str:
    """Put a filler before a sentence that begins with a small word."""
    if rng.random() >= FILLER_SHARE * 2 or not sentence.startswith(OPENINGS):
        return sentence
    fillers = bank().where(part="filler", voice=voice)
    filler = rng.choice(fillers).text if fillers else "well"
    first, rest = sentence[0].lower(), sentence[1:]
    return f"{filler[0].upper()}{filler[1:]}, {first}{rest}"
