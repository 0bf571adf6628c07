"""`localvision qca`: compare cases in a CSV file (Qualitative Comparative Analysis)."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from localvision.cli.parser import add_json
from localvision.cli.speaking import Voice

if TYPE_CHECKING:  # the analysis itself is loaded only when it runs
    from localvision.analysis.qca import Relations, RobustnessGrid, Solution, TruthTable

HELP = "Compare cases in a CSV file: which conditions, in what combinations, go with an outcome."
SOLUTIONS = ("conservative", "parsimonious", "intermediate")


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("data", type=Path, metavar="FILE", help="a CSV file, one row for each case")
    parser.add_argument("--outcome", required=True, metavar="NAME", help='column; "~NAME" negated')
    parser.add_argument(
        "--conditions", metavar="NAMES", help="columns, with commas (default: all others)"
    )
    parser.add_argument(
        "--cases", metavar="NAME", help="column with the case names (default: a first text column)"
    )
    parser.add_argument(
        "--calibrate",
        action="append",
        default=[],
        metavar="RULE",
        help="NAME=400,550,900 (out, crossover, in), NAME=linear:..., NAME=crisp:550, NAME=TFR; "
        "may be repeated",
    )
    parser.add_argument("--solution", choices=SOLUTIONS, default="conservative")
    parser.add_argument(
        "--expect",
        metavar="NAMES",
        help='what is expected to help, for the intermediate solution: "DEV, ~STB"',
    )
    parser.add_argument("--consistency-cut", type=float, default=0.8, metavar="SHARE")
    parser.add_argument("--pri-cut", type=float, default=0.0, metavar="SHARE")
    parser.add_argument("--frequency-cut", type=int, default=1, metavar="N")
    parser.add_argument("--half", choices=("error", "drop", "up", "down"), default="error")
    parser.add_argument("--missing", choices=("error", "drop"), default="error")
    parser.add_argument("--separator", default=",", metavar="SIGN", help="between columns (,)")
    parser.add_argument(
        "--all-models", action="store_true", help="also models with more terms than needed"
    )
    parser.add_argument(
        "--robust",
        metavar="CUTS",
        help="other consistency cuts that could be defended, such as 0.75,0.85",
    )
    add_json(parser)


def run(arguments: argparse.Namespace, voice: Voice) -> int:
    """Calibrate, tabulate, minimise, and say what was found and what to be careful about."""
    from localvision.analysis import qca

    columns = _columns(arguments.data, arguments.separator)
    cases = arguments.cases or _first_text_column(columns)
    rules = _calibrated(columns, arguments.calibrate, cases)
    conditions = arguments.conditions or _others(columns, arguments.outcome, cases)
    table = qca.truth_table(
        columns,
        arguments.outcome,
        conditions,
        consistency_cut=arguments.consistency_cut,
        pri_cut=arguments.pri_cut,
        frequency_cut=arguments.frequency_cut,
        cases=cases,
        half=arguments.half,
        missing=arguments.missing,
    )
    necessary = qca.necessary_conditions(
        columns, arguments.outcome, conditions=conditions, cases=cases, missing=arguments.missing
    )
    found = qca.minimize(
        table,
        arguments.solution,
        directional_expectations=arguments.expect,
        all_solutions=arguments.all_models,
    )
    grid = _grid(table, arguments, voice)
    voice.answer(
        {
            "calibrations": rules,
            "truth_table": table.to_dict(),
            "necessary_conditions": necessary.to_dict(),
            "solution": found.to_dict(),
            "robustness": grid.to_dict() if grid else None,
        },
        _lines(rules, table, necessary, found, grid),
    )
    return 0


def _columns(file: Path, separator: str) -> dict[str, list[Any]]:
    import polars as pl

    from localvision.errors import Where
    from localvision.errors.analysis import qca_checks as say

    try:
        frame = pl.read_csv(file, separator=separator, infer_schema_length=None)
    except (OSError, ValueError, pl.exceptions.PolarsError) as error:
        why = "there is no such file" if isinstance(error, FileNotFoundError) else _first(error)
        raise say.TABLE_UNREADABLE.error(where=Where(file=str(file)), why=why) from error
    return {name: frame[name].to_list() for name in frame.columns}


def _first(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0].rstrip(".")


def _first_text_column(columns: dict[str, list[Any]]) -> str | None:
    """A first column of words is taken for the names of the cases."""
    name = next(iter(columns), None)
    if name is None or not all(isinstance(value, str) for value in columns[name]):
        return None
    return name


def _others(columns: dict[str, list[Any]], outcome: str, cases: str | None) -> list[str]:
    from localvision.analysis.qca.notation import conditions_in

    return [name for name in columns if name != cases and name not in conditions_in(outcome)]


def _calibrated(
    columns: dict[str, list[Any]], rules: list[str], cases: str | None
) -> list[dict[str, Any]]:
    """Replace raw columns by memberships; return what was done, for the record."""
    from localvision.analysis import qca
    from localvision.errors.analysis import qca as core
    from localvision.errors.analysis import qca_checks as say

    done: list[dict[str, Any]] = []
    for rule in rules:
        name, sign, rest = (part.strip() for part in rule.partition("="))
        if not sign or not rest:
            raise say.CALIBRATE_UNREADABLE.error(given=rule, why='there is no "="')
        if name not in columns:
            raise core.UNKNOWN_COLUMN.error(column=name, columns=", ".join(columns))
        method, colon, listed = rest.partition(":")
        if not colon:
            method, listed = ("TFR", "") if rest.upper() == "TFR" else ("direct", rest)
        anchors = _numbers(listed, rule) if listed else None
        labels = columns[cases] if cases else [str(i + 1) for i in range(len(columns[name]))]
        made = qca.calibrate(
            dict(zip(map(str, labels), columns[name], strict=True)),
            anchors,
            method="direct" if method == "linear" else method,
            logistic=method != "linear",
        )
        columns[name] = [None if value != value else value for value in made.tolist()]
        done.append({"column": name, **made.to_dict()})
    return done


def _numbers(listed: str, rule: str) -> list[float]:
    from localvision.errors.analysis import qca_checks as say

    try:
        return [float(part) for part in listed.split(",")]
    except ValueError as error:
        raise say.CALIBRATE_UNREADABLE.error(
            given=rule, why="the anchors are no numbers"
        ) from error


def _grid(table: TruthTable, arguments: argparse.Namespace, voice: Voice) -> RobustnessGrid | None:
    if not arguments.robust:
        return None
    from localvision.analysis import qca
    from localvision.errors.analysis import qca_checks as say

    try:
        cuts = [float(part) for part in arguments.robust.split(",")]
    except ValueError as error:
        raise say.CUTS_UNREADABLE.error(given=arguments.robust) from error
    return qca.robustness_grid(
        table,
        arguments.solution,
        directional_expectations=arguments.expect,
        consistency_cuts=cuts,
        progress=lambda done, total: voice.progress("Choices", done, total),
    )


def _lines(
    rules: list[dict[str, Any]],
    table: TruthTable,
    necessary: Relations,
    found: Solution,
    grid: RobustnessGrid | None,
) -> list[str]:
    said = set()
    lines: list[str] = []
    for rule in rules:
        anchors = ", ".join(f"{anchor:g}" for anchor in rule["anchors"])
        lines.append(f"Calibrated {rule['column']} ({rule['method']}): {anchors or 'by ranks'}")
        if rule["ambiguous"]:
            lines.append(f"! At exactly 0.5: {', '.join(rule['ambiguous'])}")
    for part in (table, necessary, found, grid):
        if part is None:
            continue
        lines += ["", *(line for line in repr(part).splitlines() if line not in said)]
        # The same warning is not said again below the next table.
        said |= {line for line in repr(part).splitlines() if line.startswith("! ")}
    return lines
