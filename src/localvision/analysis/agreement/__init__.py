"""Agreement of coders who worked apart: the list of disagreements first, the number second."""

from localvision.analysis.agreement.alpha import krippendorff_alpha
from localvision.analysis.agreement.kappas import (
    brennan_prediger,
    category_counts,
    cohen_kappa,
    conger_kappa,
    fleiss_kappa,
    fleiss_kappa_by_category,
    gwet_ac1,
    gwet_ac2,
    percent_agreement,
    scott_pi,
)
from localvision.analysis.agreement.resampling import Resampling
from localvision.analysis.agreement.result import Agreement, Interval

__all__ = [
    "Agreement",
    "Interval",
    "Resampling",
    "brennan_prediger",
    "category_counts",
    "cohen_kappa",
    "conger_kappa",
    "fleiss_kappa",
    "fleiss_kappa_by_category",
    "gwet_ac1",
    "gwet_ac2",
    "krippendorff_alpha",
    "percent_agreement",
    "scott_pi",
]
