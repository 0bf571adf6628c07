"""Qualitative Comparative Analysis: which conditions, in what combinations, go with an outcome.

With 25 places and a change that lasted in some of them: calibrate what is known of each place,
tabulate the combinations that occur, and find the shortest expressions that tell the places
where change lasted from those where it did not. Every model is given, never the first only.

>>> from localvision.analysis import qca
>>> data = {"ENABLER": [1, 1, 0, 0], "TRUST": [1, 0, 1, 0], "LASTED": [1, 0, 1, 0]}
>>> table = qca.truth_table(data, "LASTED", cases=["North", "South", "East", "West"])
>>> [str(model) for model in qca.minimize(table, "parsimonious").models]
['TRUST']
"""

from localvision.analysis.qca.algebra import factorize, intersection, negate, simplify
from localvision.analysis.qca.calibration import Memberships, calibrate
from localvision.analysis.qca.choices import Calibration, Choice
from localvision.analysis.qca.clusters import ClusterDiagnostics, ClusterFit, cluster_diagnostics
from localvision.analysis.qca.cna import cna
from localvision.analysis.qca.cna_result import (
    AtomicSolution,
    CoincidenceAnalysis,
    ComplexSolution,
    SufficientCondition,
)
from localvision.analysis.qca.enhanced import (
    EnhancedAnalysis,
    contradictory_assumptions,
    enhanced_standard_analysis,
    simultaneous_subset_rows,
    untenable_rows,
)
from localvision.analysis.qca.fit import Fit, TermFit, fit
from localvision.analysis.qca.matching import match_cases
from localvision.analysis.qca.minimise import minimize
from localvision.analysis.qca.pairs import MatchedPair, Matching
from localvision.analysis.qca.relations import (
    Relation,
    Relations,
    necessary_conditions,
    sufficient_conditions,
)
from localvision.analysis.qca.robust_core import RobustCases, RobustFit
from localvision.analysis.qca.robustness import Robustness, SingleTest, robustness
from localvision.analysis.qca.selection import (
    SelectedCase,
    Selection,
    deviant_from_necessity,
    select_cases,
)
from localvision.analysis.qca.sensitivity import (
    SensitivityRange,
    SensitivityRanges,
    sensitivity_ranges,
)
from localvision.analysis.qca.solution import IntermediatePair, Model, Solution
from localvision.analysis.qca.survival import RobustnessGrid, Survival, robustness_grid
from localvision.analysis.qca.theory import TheoryEvaluation, theory_evaluation
from localvision.analysis.qca.thresholds import find_thresholds
from localvision.analysis.qca.truth import TruthTable, TruthTableRow, negated, truth_table

__all__ = [
    "AtomicSolution",
    "Calibration",
    "Choice",
    "ClusterDiagnostics",
    "ClusterFit",
    "CoincidenceAnalysis",
    "ComplexSolution",
    "EnhancedAnalysis",
    "Fit",
    "IntermediatePair",
    "MatchedPair",
    "Matching",
    "Memberships",
    "Model",
    "Relation",
    "Relations",
    "RobustCases",
    "RobustFit",
    "Robustness",
    "RobustnessGrid",
    "SelectedCase",
    "Selection",
    "SensitivityRange",
    "SensitivityRanges",
    "SingleTest",
    "Solution",
    "SufficientCondition",
    "Survival",
    "TermFit",
    "TheoryEvaluation",
    "TruthTable",
    "TruthTableRow",
    "calibrate",
    "cluster_diagnostics",
    "cna",
    "contradictory_assumptions",
    "deviant_from_necessity",
    "enhanced_standard_analysis",
    "factorize",
    "find_thresholds",
    "fit",
    "intersection",
    "match_cases",
    "minimize",
    "necessary_conditions",
    "negate",
    "negated",
    "robustness",
    "robustness_grid",
    "select_cases",
    "sensitivity_ranges",
    "simplify",
    "simultaneous_subset_rows",
    "sufficient_conditions",
    "theory_evaluation",
    "truth_table",
    "untenable_rows",
]
