"""A seeded generator of a wholly invented programme with a known truth.

Examples
--------
>>> from localvision.example import generate
>>> programme = generate(localities=3, waves=3)
>>> programme.locality("L002").locality.name
'Corvendale'
"""

from localvision.example.programme import INVENTED_NOTICE, ExampleProgramme, generate
from localvision.example.records import CONDITIONS, OUTCOMES, LocalityRecords
from localvision.example.texts import ExampleCoding, ExamplePassage, ExampleSource, ExampleTurn
from localvision.example.truth import ExampleTruth, HypothesisTruth, TruthRow

__all__ = [
    "CONDITIONS",
    "INVENTED_NOTICE",
    "OUTCOMES",
    "ExampleCoding",
    "ExamplePassage",
    "ExampleProgramme",
    "ExampleSource",
    "ExampleTruth",
    "ExampleTurn",
    "HypothesisTruth",
    "LocalityRecords",
    "TruthRow",
    "generate",
]
