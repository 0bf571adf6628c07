"""Messages of what is done with a solution: robustness, clusters, theory, cases, and CNA."""

from localvision.errors.catalogue import Message

# --- choosing a model ------------------------------------------------------------------------
CHOOSE_MODEL = Message(
    "qca.choose-model",
    "The {kind} solution has {models} models, and the data prefer none.",
    "Say which one is meant: model= its number (1 to {models}) or its expression.",
)
UNKNOWN_MODEL = Message(
    "qca.unknown-model",
    'There is no model "{model}"; there are {models}.',
    "Give the number of a model, counted from 1, or an expression.",
)

# --- robustness ------------------------------------------------------------------------------
NO_TESTS = Message(
    "qca.no-tests",
    "There is no other solution to test against.",
    "Give tests, or other cuts or anchors that could be defended as well.",
)
CALIBRATION_CASES = Message(
    "qca.calibration-cases",
    'The raw values of "{column}" do not belong to the cases of the table: {why}.',
    "Give one value for each case, in their order, or a dict of case name to value.",
)
CALIBRATION_COLUMN = Message(
    "qca.calibration-column",
    'There is a calibration of "{column}", which is not in the truth table.',
    "Name a condition or the outcome: {columns}.",
)
CALIBRATION_DIFFERS = Message(
    "qca.calibration-differs",
    'The anchors given for "{column}" do not make the memberships in the table: {case} has '
    "{given} there and {made} by the anchors.",
    "Give the raw values, the anchors and the method that the table was made with.",
)
NO_STEP = Message(
    "qca.no-step",
    'The step for the anchors of "{column}" is {step}.',
    "Give a step above zero.",
)
CHOICES_FAILED = Message(
    "qca.choices-failed",
    "{failed} of {choices} choices gave no solution: {reasons}.",
    "They count as choices in which no term survives; say so beside the figures.",
    severity="warning",
)
MODELS_AS_TESTS = Message(
    "qca.models-as-tests",
    "The test solutions are all {models} models that the {choices} choices gave.",
    "With ambiguous choices every model counts, not one of them.",
    severity="warning",
)

# --- clusters --------------------------------------------------------------------------------
CLUSTER_LABELS = Message(
    "qca.cluster-labels",
    "The labels of {what} cannot be used: {why}.",
    "Name a column, or give one label for each case.",
)
UNITS_UNBALANCED = Message(
    "qca.units-unbalanced",
    "{count} units are not observed in every cluster: {units}.",
    "Read their consistency over time with that in mind.",
    severity="warning",
)

# --- selecting cases -------------------------------------------------------------------------
UNKNOWN_TERM = Message(
    "qca.unknown-term",
    'The solution has no term "{term}". Its terms are: {terms}.',
    "Give one of them, or the number of one, counted from 1.",
)
NO_TRUTH_TABLE_ROW = Message(
    "qca.cases-without-row",
    "These cases are in no row of the truth table (membership of exactly 0.5): {cases}.",
    "They are left out of deviant-coverage and irrelevant cases.",
    severity="warning",
)

# --- coincidence analysis --------------------------------------------------------------------
ORDERING_UNREADABLE = Message(
    "qca.ordering-unreadable",
    'The ordering "{ordering}" cannot be read: {why}.',
    'Write factors from causes to effects: "A, B < C < D".',
)
UNKNOWN_FACTOR = Message(
    "qca.unknown-factor",
    'There is no factor "{factor}". There are: {factors}.',
    "Correct the name or the data.",
)
MAX_STEP_WRONG = Message(
    "qca.max-step-wrong",
    "max_step is {given}: it needs three whole numbers, 1 or more.",
    "Give (literals in a conjunction, conjunctions in a disjunction, literals altogether).",
)
CNA_STOPPED = Message(
    "qca.cna-stopped",
    "The search for {what} stopped at its {limit}: at least {found} were found.",
    "Lower max_step, raise the limit, or raise the cuts.",
    severity="warning",
)
CNA_NOTHING = Message(
    "qca.cna-nothing",
    "No outcome has a model at consistency {consistency} and coverage {coverage}.",
    "Look at the minimally sufficient conditions, or lower a cut and say so.",
    severity="warning",
)
CNA_AMBIGUITY = Message(
    "qca.cna-ambiguity",
    "{models} complex solution formulas fit the data.",
    "Show all of them: the data do not decide between them.",
    severity="warning",
)

# --- the command -----------------------------------------------------------------------------
TABLE_UNREADABLE = Message(
    "qca.table-unreadable",
    "The file cannot be read as a table: {why}.",
    "Give a CSV file in UTF-8 with a heading for each column; --separator names its separator.",
)
CALIBRATE_UNREADABLE = Message(
    "qca.calibrate-unreadable",
    'The calibration "{given}" cannot be read: {why}.',
    "Write COLUMN=400,550,900 (exclusion, crossover, inclusion), COLUMN=linear:400,550,900, "
    "COLUMN=crisp:550 or COLUMN=TFR.",
)
CUTS_UNREADABLE = Message(
    "qca.cuts-unreadable",
    '"{given}" is not a list of numbers.',
    "Write numbers with commas between them: 0.75,0.85.",
)
