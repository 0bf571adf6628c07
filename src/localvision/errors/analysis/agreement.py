"""Messages of agreement: how far coders who worked apart came to the same."""

from localvision.errors.catalogue import Message

NOT_A_TABLE = Message(
    "agreement.not-a-table",
    "The {what} are not a table of two dimensions: {seen}.",
    "Give one row for each {row}, all of the same length; write None where nothing was given.",
)
TOO_FEW_CODERS = Message(
    "agreement.too-few-coders",
    "Agreement needs at least two coders; there is {n}.",
    "Have a second person code the same units.",
)
UNEQUAL_LENGTHS = Message(
    "agreement.unequal-lengths",
    "The first coder has {first} units, the second {second}.",
    "Give both coders the same units in the same order; write None where one gave nothing.",
)
NOT_COUNTS = Message(
    "agreement.not-counts",
    "Row {row} holds {seen}, which is not a count of coders.",
    "Give whole numbers of zero or more: units in rows, categories in columns.",
)
NOT_FINITE = Message(
    "agreement.not-finite",
    "A rating is infinite.",
    "Write None or NaN where a coder gave nothing.",
)
LEVEL_UNKNOWN = Message(
    "agreement.level-unknown",
    '"{level}" is not a level of measurement.',
    "Choose one of: nominal, ordinal, interval, ratio.",
)
NEEDS_NUMBERS = Message(
    "agreement.needs-numbers",
    "{what} needs numbers, because the order and distance of {example!r} are not known.",
    "Write the categories as numbers, or treat them as nominal.",
)
RATIO_NEGATIVE = Message(
    "agreement.ratio-negative",
    "A ratio scale starts at zero, but {value} was given.",
    'Use level="interval" for numbers that may lie below zero.',
)
WEIGHTS_UNKNOWN = Message(
    "agreement.weights-unknown",
    '"{weights}" is not a known kind of weight.',
    'Choose "linear" or "quadratic", or give a square table of weights.',
)
WEIGHTS_UNFIT = Message(
    "agreement.weights-unfit",
    "The table of weights does not fit: {why}.",
    "Give one row and one column for each of the {n} categories, in order: 1 for the same "
    "category, down to 0 for the worst disagreement, the same in both directions.",
)
VARIANT_UNKNOWN = Message(
    "agreement.variant-unknown",
    '"{variant}" is not a kind of unitizing alpha for these codings.',
    'Choose "u", "|u", "cu", "U", or a code in brackets followed by u, such as "({example})u".',
)
STATISTIC_UNKNOWN = Message(
    "agreement.statistic-unknown",
    '"{statistic}" is not a known measure of agreement.',
    "Choose one of: {known}.",
)
BASE_UNKNOWN = Message(
    "agreement.base-unknown",
    '"{base}" is not a known base.',
    'Choose "all text" or "coded by anyone".',
)
UNKNOWN_DOCUMENT = Message(
    "agreement.unknown-document",
    "A coding by {coder} names the document {document}, whose length was not given.",
    "Give the length of every document that was coded.",
)
UNKNOWN_CODER = Message(
    "agreement.unknown-coder",
    "{coder} coded {document}, but is not among those who read it.",
    "Add {coder} to the coders of that document, or leave the codings out.",
)
SPAN_OUTSIDE = Message(
    "agreement.span-outside",
    "The coding {start} to {end} by {coder} does not lie within {document} ({first} to {last}).",
    "Check that the offsets belong to this version of the document, and end after they start.",
)
EMPTY_DOCUMENT = Message(
    "agreement.empty-document",
    "The document {document} is given as {first} to {last}, which holds no text.",
    "Give the length of the document in characters.",
)
UNITS_OVERLAP = Message(
    "agreement.units-overlap",
    "{coder} has codings in {document} that overlap: {first} and {second} at {at}.",
    "Measure each code by itself, or keep to codes that exclude one another.",
)
