"""Messages of the outputs floor."""

from localvision.errors.catalogue import Message

FRACTION_IMPOSSIBLE = Message(
    "outputs.fraction-impossible",
    "The fraction {label!r} cannot be: {count} with evidence, {asked} asked, {total} in all.",
    "Count again: those with evidence are among those asked, and those asked among all.",
)
EDITS_OVERLAP = Message(
    "outputs.edits-overlap",
    "The edit from {start} to {end} overlaps another, or leaves the text of {length} characters.",
    "Mark the edits again, each within the passage and apart from the others.",
)
NO_N = Message(
    "outputs.no-n",
    "{what} has no n.",
    "State how many it counts and of how many; a figure, table or claim is not printed without.",
)
NO_ALT = Message(
    "outputs.no-alt",
    "{what} has no words for those who cannot see it.",
    "Write the alt text: what is drawn, and what it shows.",
)
NO_CAPTION = Message(
    "outputs.no-caption",
    "{what} has no caption.",
    "Write a caption that a reader can understand without the text.",
)
TABLE_RAGGED = Message(
    "outputs.table-ragged",
    "{what} has {cells} cells in row {row} under {columns} columns.",
    "Give each row one cell for each column; a missing value is written as missing.",
)
NUMBER_NOT_FINITE = Message(
    "outputs.number-not-finite",
    "{what} holds {value}, which is not a number that can be shown.",
    "Write the value as missing, with its reason.",
)
CLAIM_TWICE = Message(
    "outputs.claim-twice",
    "Claim {number} is in the report twice.",
    "Give each claim its own number, and repeat it only in a summary.",
)
SUMMARY_DIFFERS = Message(
    "outputs.summary-differs",
    "The summary gives claim {number} {field} {summary!r}; the body gives it {body!r}.",
    "Make the summary say what the body says; change the body first if it is wrong.",
)
SUMMARY_UNKNOWN_CLAIM = Message(
    "outputs.summary-unknown-claim",
    "The summary repeats claim {number}, which the body does not hold.",
    "Add the claim to the body, or take it out of the summary.",
)
LINK_DANGLES = Message(
    "outputs.link-dangles",
    "{what} points to {target!r}, which is not in the report.",
    "Add what it points to, or take the link out.",
)
ANCHOR_TWICE = Message(
    "outputs.anchor-twice",
    "Two blocks share the anchor {anchor!r}.",
    "Give each block its own anchor.",
)
VERBATIM_EDITED = Message(
    "outputs.verbatim-edited",
    "A quotation given as verbatim ({role}) holds marked edits.",
    "Give it as edited.",
)
PARAPHRASE_QUOTED = Message(
    "outputs.paraphrase-quoted",
    "A paraphrase ({role}) stands in quotation marks.",
    "Take the marks away, or give the words as they were said.",
)
NO_ROLE = Message(
    "outputs.no-role",
    "A quotation has no role: {words!r}.",
    "Give the speaker's role; never a name.",
)
SETTLED_UNTESTED = Message(
    "outputs.settled-untested",
    "Claim {number} is final, and nobody has looked for evidence against it.",
    "Look for contrary evidence and say that it was looked for, or keep the claim interim.",
)
REFERENCE_UNUSED = Message(
    "outputs.reference-unused",
    "The reference {key!r} is in the list and is cited nowhere.",
    "Cite it, or take it out of the list.",
    severity="warning",
)
SECTION_WITHOUT_SOURCES = Message(
    "outputs.section-without-sources",
    "The section {heading!r} does not say what it rests on.",
    "State its sources and their n under the heading.",
    severity="warning",
)
FORMAT_UNKNOWN = Message(
    "outputs.format-unknown",
    "There is no report format {name!r}.",
    "Ask for one or more of: {known}.",
)
CONTROL_CHARACTER = Message(
    "outputs.control-character",
    "A text holds the control character {code}, which Word and PDF files cannot carry.",
    "Remove the character from the source.",
    severity="warning",
)
SMALL_CELL_SHOWN = Message(
    "outputs.small-cell-shown",
    "{what} shows {count} for {row}, below its threshold of {threshold}.",
    "Withhold the cell, and where a total would give it away, a second one.",
)
ONE_PAGE_TOO_FULL = Message(
    "outputs.one-page-too-full",
    "The page summary holds {claims} claims; {most} fit on one page.",
    "Choose the claims that matter most; the summary can hold them all.",
)
TOO_MANY_SETS = Message(
    "outputs.too-many-sets",
    "{sets} sets cannot be drawn so that each combination can be seen; at most {most} can.",
    "Draw fewer conditions, or the truth table.",
)
MEMBERSHIP_OUT_OF_RANGE = Message(
    "outputs.membership-out-of-range",
    "The membership of {case} is {value}, which is not from 0 to 1.",
    "Calibrate first, or correct the value.",
)
