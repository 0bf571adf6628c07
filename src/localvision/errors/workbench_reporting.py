"""Messages of the reporting app."""

from localvision.errors.catalogue import Message
from localvision.errors.trouble import ExitCode

NO_REPORT = Message(
    "report.not-found",
    "There is no report {slug} in this programme.",
    "Choose one of: {choices}.",
)
REPORT_EXISTS = Message(
    "report.exists",
    "A report with the short name {slug} is already in this programme.",
    "Choose another short name.",
)
NO_BLOCK = Message(
    "report.no-block",
    "There is no block {key} in this report.",
    "See the list of blocks; it may have been removed meanwhile.",
)
BLOCK_SETTING = Message(
    "report.block-setting",
    "A {kind} block cannot have {field} {value!r}.",
    "Choose one of: {choices}.",
)
BLOCK_NEEDS = Message(
    "report.block-needs",
    "A {kind} block needs {what}.",
    "Choose it, or add another kind of block.",
)
NOT_ALL_PLACES = Message(
    "report.not-all-places",
    "You read only some places, and a report speaks for all of them.",
    "Ask an evaluator of the whole programme to build it.",
    ExitCode.NOT_ALLOWED,
)
EMPTY_REPORT = Message(
    "report.empty",
    "The report {slug} has no blocks, so there is nothing to build.",
    "Add a heading, some text and a claim first.",
)
BUILT_MEANWHILE = Message(
    "report.built-meanwhile",
    "Edition {number} of this report was built by somebody else meanwhile.",
    "Look at it, and build again if yours is still needed.",
)
NO_FILE = Message(
    "report.file-gone",
    "The {format} file of edition {number} is not in the workspace, or is not as it was built.",
    "Build a new edition; the content of this one can still be read on its page.",
    ExitCode.ENVIRONMENT,
)
CLAIM_GONE = Message(
    "report.claim-gone",
    "A claim block has no claim any more.",
    "Choose another claim for it, or remove the block.",
    severity="warning",
)
CLAIM_WITHDRAWN = Message(
    "report.claim-withdrawn",
    "Claim {key} was withdrawn and still stands in the report.",
    "Remove its block, or keep it and say in the text why it was withdrawn.",
    severity="warning",
)
CLAIM_REPEATED = Message(
    "report.claim-repeated",
    "Claim {key} has two blocks; the second was left out.",
    "Remove one of the blocks.",
    severity="warning",
)
CLAIM_UNKNOWN = Message(
    "report.claim-unknown",
    "The text cites the claim {key}, which has no block in this report.",
    "Add a block for the claim, or take the citation out.",
    severity="warning",
)
QUOTE_NOT_ALLOWED = Message(
    "report.quotation-not-permitted",
    "A quotation was left out: its source does not permit quoting with the speaker's role.",
    "Choose another quotation.",
    severity="warning",
)
QUOTE_GONE = Message(
    "report.quotation-gone",
    "A quotation block has no passage any more.",
    "Choose another passage for it, or remove the block.",
    severity="warning",
)
QUOTE_NO_ROLE = Message(
    "report.quotation-without-role",
    "A quotation was left out: the role of its speaker is not known.",
    "Say who speaks in its source, then build again.",
    severity="warning",
)
NAMES_MASKED = Message(
    "report.names-masked",
    "Names of places, organisations or people were masked in {n} of the passages printed.",
    "Mark them as redactions in their sources, so that every use of the words agrees.",
    severity="warning",
)
NAME_IN_TEXT = Message(
    "report.name-in-text",
    "The text names {what} of the programme.",
    "Take the name out, unless it was agreed that it may stand there.",
    severity="warning",
)
NOTHING_TO_SHOW = Message(
    "report.nothing-to-show",
    "The {kind} block was left out: {why}.",
    "Code passages or write claims first, or remove the block.",
    severity="warning",
)
LOOSE_WORD = Message(
    "report.loose-word",
    "The text says {word!r} and states no number.",
    "Write the true fraction, cite the claim that counts it, or say that it was not counted.",
    severity="warning",
)
WORD_DISAGREES = Message(
    "report.word-disagrees",
    "The text says {word!r}; the claim that it cites counts {fraction}.",
    "Write the fraction, or choose a word that it bears out.",
    severity="warning",
)
NOT_HERE = Message(
    "report.not-here",
    "The {what} is not in this programme, or you may not read it.",
    "Choose one of this programme.",
)
