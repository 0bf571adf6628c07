"""Agreement of coders who worked apart: the list of disagreements first, the number second."""

from localvision.analysis.agreement.alpha import krippendorff_alpha
from localvision.analysis.agreement.continuum import Continuum, Unit
from localvision.analysis.agreement.disagreements import Disagreement, disagreements
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
from localvision.analysis.agreement.passages import (
    PassageAgreement,
    agreement_table,
    code_agreement,
)
from localvision.analysis.agreement.resampling import Resampling
from localvision.analysis.agreement.result import Agreement, Interval
from localvision.analysis.agreement.unitizing import (
    coverage,
    unitizing_alpha,
    unitizing_alpha_by_code,
)

__all__ = [
    "Agreement",
    "Continuum",
    "Disagreement",
    "Interval",
    "PassageAgreement",
    "Resampling",
    "Unit",
    "agreement_table",
    "brennan_prediger",
    "category_counts",
    "code_agreement",
    "cohen_kappa",
    "conger_kappa",
    "coverage",
    "disagreements",
    "fleiss_kappa",
    "fleiss_kappa_by_category",
    "gwet_ac1",
    "gwet_ac2",
    "krippendorff_alpha",
    "percent_agreement",
    "scott_pi",
    "unitizing_alpha",
    "unitizing_alpha_by_code",
]
