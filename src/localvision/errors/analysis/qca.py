"""Messages of cross-case comparison (Qualitative Comparative Analysis)."""

from localvision.errors.catalogue import Message

# --- expressions -----------------------------------------------------------------------------
EXPRESSION_UNREADABLE = Message(
    "qca.expression-unreadable",
    'The expression "{expression}" cannot be read: {why}.',
    "Write conditions joined by * (and), + (or), with ~ for the absence of one: A*~B + C.",
)
LEVELS_NEEDED = Message(
    "qca.levels-needed",
    'The values that "{condition}" can take are not known.',
    "Give levels={{'{condition}': how many values it has}}.",
)
VALUE_OUT_OF_RANGE = Message(
    "qca.value-out-of-range",
    '"{condition}" has no value {value}: it takes 0 to {highest}.',
    "Correct the expression or the levels.",
)
TOO_MANY_TO_SIMPLIFY = Message(
    "qca.too-many-to-simplify",
    "The expression has {configurations} configurations; at most {limit} are simplified exactly.",
    "Simplify parts of the expression.",
)

# --- data ------------------------------------------------------------------------------------
UNKNOWN_COLUMN = Message(
    "qca.unknown-column",
    'There is no column "{column}". There are: {columns}.',
    "Correct the name or the data.",
)
COLUMN_LENGTHS = Message(
    "qca.column-lengths",
    "The columns have different lengths: {lengths}.",
    "Give one value for each case in every column.",
)
NOT_A_TABLE = Message(
    "qca.not-a-table",
    "The data are of type {type}, not a table.",
    "Give a dict of columns, or a polars or pandas data frame.",
)
NO_CASES = Message(
    "qca.no-cases", "There are no cases in the data.", "Give at least one case with all values."
)
NO_CONDITIONS = Message(
    "qca.no-conditions",
    "There are no conditions to compare.",
    "Name at least one condition other than the outcome.",
)
OUTCOME_IS_CONDITION = Message(
    "qca.outcome-is-condition",
    '"{column}" is both the outcome and a condition.',
    "Leave the outcome out of the conditions.",
)
NOT_A_NUMBER = Message(
    "qca.not-a-number",
    'Column "{column}" holds "{value}" for {case}, which is not a number.',
    "Calibrate the column, or name only calibrated columns as conditions.",
)
NOT_CALIBRATED = Message(
    "qca.not-calibrated",
    'Column "{column}" is neither a membership from 0 to 1 nor a whole number: {value} for {case}.',
    "Calibrate the column first: see localvision.analysis.qca.calibrate.",
)
NOT_WHOLE = Message(
    "qca.not-whole",
    'Column "{column}" mixes whole numbers above 1 with fractions: {value} for {case}.',
    "Use memberships from 0 to 1, or whole numbers 0, 1, 2, ... for categories.",
)
DONT_CARE_OUTCOME = Message(
    "qca.dont-care-outcome",
    'The outcome "{column}" is a don\'t-care ("-") for {cases}.',
    "Give the outcome a value, or leave these cases out.",
)
MISSING_MEMBERSHIP = Message(
    "qca.missing-membership",
    'Missing in "{column}" for {cases}.',
    'Find the value, or leave these cases out by choice with missing="drop".',
)
CASES_DROPPED = Message(
    "qca.cases-dropped",
    "{count} of {total} cases left out because a value is missing: {cases}.",
    "Say so wherever the result is shown.",
    severity="warning",
)
OUTCOME_NEEDS_VALUE = Message(
    "qca.outcome-needs-value",
    'The outcome "{outcome}" has several values: {values}.',
    "Say which one is to be explained, for example {outcome}[1].",
)
CASE_NAMES = Message(
    "qca.case-names",
    "There are {names} case names for {cases} cases.",
    "Give one name for each case.",
)
DUPLICATE_CASES = Message(
    "qca.duplicate-cases",
    "These case names occur more than once: {cases}.",
    "Give every case its own name.",
)

# --- options ---------------------------------------------------------------------------------
UNKNOWN_CHOICE = Message(
    "qca.unknown-choice",
    '{option} cannot be "{value}".',
    "Choose one of: {choices}.",
)
CUT_OUT_OF_RANGE = Message(
    "qca.cut-out-of-range",
    "{option} is {value}, outside {low} to {high}.",
    "Give a value in that range.",
)
CUTS_IN_WRONG_ORDER = Message(
    "qca.cuts-in-wrong-order",
    "Two consistency cuts are given in the wrong order: {cuts}.",
    "Give the higher cut first (rows at or above it are positive), then the lower "
    "(rows below it are negative).",
)

# --- calibration -----------------------------------------------------------------------------
ANCHORS_WRONG = Message(
    "qca.anchors-wrong",
    "The anchors {anchors} cannot be used: {why}.",
    "Give {needed}.",
)
ANCHORS_NEEDED = Message(
    "qca.anchors-needed",
    "Calibration by the {method} method needs anchors.",
    "Give {needed}.",
)
ON_THE_FENCE = Message(
    "qca.on-the-fence",
    "Membership is exactly 0.5, neither in nor out, for {cases}.",
    "Look at these cases again, or move the crossover to where no case sits.",
    severity="warning",
)
VALUES_WRONG = Message(
    "qca.values-wrong", "The values cannot be calibrated: {why}.", "Correct the values."
)
TOO_FEW_VALUES = Message(
    "qca.too-few-values",
    "There are {distinct} different values, too few for {groups} groups.",
    "Ask for fewer groups.",
)

# --- truth table -----------------------------------------------------------------------------
HALF_MEMBERSHIP = Message(
    "qca.half-membership",
    "Membership of exactly 0.5 is neither in nor out: {cases}.",
    'Calibrate so that no case sits on the fence, or choose half="drop", "up" or "down".',
)
NO_ROWS_LEFT = Message(
    "qca.no-rows-left",
    "No configuration has {frequency_cut} cases or more.",
    "Lower the frequency cut.",
)
UNKNOWN_ROW = Message(
    "qca.unknown-row",
    "The truth table has no row {row}: its rows are 1 to {last}.",
    "Correct the rows to be excluded.",
)
NOTHING_TO_EXPLAIN = Message(
    "qca.nothing-to-explain",
    'No row of the truth table is positive, so there is nothing to explain for "{outcome}".',
    "Look at the cuts, or analyse the negated outcome.",
)
NOTHING_TO_COMPARE = Message(
    "qca.nothing-to-compare",
    'No row of the truth table is negative, so every condition drops out for "{outcome}".',
    "Look at the cuts: as they are, the data cannot tell what makes a difference.",
)
POSITIVE_ROW_UNEXPLAINED = Message(
    "qca.positive-row-unexplained",
    "The positive rows {rows} have the same configuration as a negative row.",
    "Exclude the row, or look at the don't-care values.",
)
NO_MODEL_MEETS_CUT = Message(
    "qca.no-model-meets-cut",
    "No model meets {option} = {cut}.",
    "Lower the cut.",
)
TOO_MANY_ROWS_TO_LIST = Message(
    "qca.too-many-rows-to-list",
    "The truth table has {rows} possible rows; at most {limit} are listed one by one.",
    "Read the terms instead of the rows, or use fewer conditions.",
)
NEEDS_EXPECTATIONS = Message(
    "qca.needs-expectations",
    "An intermediate solution needs directional expectations.",
    "Say for each condition whether its presence (1), absence (0) or neither (None) is "
    "expected to help.",
)

# --- what a reader must know (warnings) ------------------------------------------------------
MODEL_AMBIGUITY = Message(
    "qca.model-ambiguity",
    "{models} models fit the same rows equally well.",
    "Show all of them: nothing in the data prefers one.",
    severity="warning",
)
TOO_MANY_CONDITIONS = Message(
    "qca.too-many-conditions",
    "{conditions} conditions make {configurations} configurations for {cases} cases.",
    "With about 25 cases use 4 or 5 conditions: with more, almost any data yield a solution.",
    severity="warning",
)
LIMITED_DIVERSITY = Message(
    "qca.limited-diversity",
    "{observed} of {configurations} configurations are observed ({share} are not).",
    "Say which assumptions on unobserved configurations the solution rests on.",
    severity="warning",
)
SKEWED_MEMBERSHIP = Message(
    "qca.skewed-membership",
    'Membership in "{column}" is skewed: {inside} of {cases} cases are more in than out.',
    "A set that nearly all or nearly no cases belong to passes tests too easily.",
    severity="warning",
)
CONTRADICTORY_ROWS = Message(
    "qca.contradictory-rows",
    "{count} rows are contradictory (between the two consistency cuts): {rows}.",
    "Go back to the cases in these rows before relying on a solution.",
    severity="warning",
)
SIMULTANEOUS_SUBSETS = Message(
    "qca.simultaneous-subsets",
    "Rows {rows} pass the consistency cut for the outcome and for its negation.",
    "Look at their PRI; a PRI cut, or exclusion, keeps them out of both solutions.",
    severity="warning",
)
HALF_TREATED = Message(
    "qca.half-treated",
    'Membership of exactly 0.5, treated as "{half}": {cases}.',
    "Check whether the result hangs on these cases.",
    severity="warning",
)
OUTCOME_HALF = Message(
    "qca.outcome-half",
    'The outcome "{outcome}" is exactly 0.5 for {cases}.',
    "These cases count neither as confirming nor as deviant.",
    severity="warning",
)
ROWS_BELOW_FREQUENCY = Message(
    "qca.rows-below-frequency",
    "{count} observed rows with fewer than {frequency_cut} cases are treated as unobserved: "
    "rows {rows}.",
    "Name their cases when the result is shown.",
    severity="warning",
)
LIMIT_REACHED = Message(
    "qca.limit-reached",
    "The search stopped at its {limit}: {bounds}.",
    "Raise the limit, or use fewer conditions.",
    severity="warning",
)
PAIRS_NOT_ALL_TRIED = Message(
    "qca.pairs-not-all-tried",
    "{tried} of {total} pairs of conservative and parsimonious models were worked out.",
    "Raise the limit, or use fewer conditions.",
    severity="warning",
)
