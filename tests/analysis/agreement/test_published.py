"""Every published value, with its source; data are facts of the publications named."""

import numpy as np
import pytest

from localvision.analysis.agreement import (
    Continuum,
    brennan_prediger,
    category_counts,
    cohen_kappa,
    conger_kappa,
    coverage,
    fleiss_kappa,
    fleiss_kappa_by_category,
    gwet_ac1,
    krippendorff_alpha,
    percent_agreement,
    scott_pi,
    unitizing_alpha,
)

GAP = None
# Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, section C.
FOUR = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, GAP, GAP, GAP],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, GAP, 3],
    [GAP, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, GAP],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, GAP],
]
# kgwet/irrCAC README, cac.raw4raters: as above, but the third rater gave the last rating.
RAW_FOUR = [*FOUR[:1], [*FOUR[1][:11], GAP], [*FOUR[2][:11], 3], FOUR[3]]
# Fleiss (1971), Table 1; the first 15 rows are distrib.6raters of the irrCAC README.
FLEISS = """00060 03003 01401 00006 03030 20400 00402 20310 20040 00006
10050 11040 03300 10050 02031 00501 30012 51000 02040 10203 00006
01050 02013 20040 10041 05010 40002 02040 10500 00006"""
FLEISS_COUNTS = [[int(count) for count in row] for row in FLEISS.split()]


def two_from(table):
    """The ratings of two coders from a table of how often they met."""
    pairs = [
        (a, b) for a, row in enumerate(table) for b, times in enumerate(row) for _ in range(times)
    ]
    return [list(side) for side in zip(*pairs, strict=True)]


@pytest.mark.parametrize(
    ("level", "published"),
    [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)],
)
def test_alpha_of_krippendorff_2011(level, published):
    found = krippendorff_alpha(FOUR, level)
    assert found.value == pytest.approx(published, abs=5e-4)
    assert (found.n_units, found.n_given, found.n_coders, found.missing) == (11, 12, 4, 7)


def test_raw_ratings_of_the_irrcac_readme():
    assert krippendorff_alpha(RAW_FOUR).value == pytest.approx(0.74342, abs=5e-6)
    assert gwet_ac1(RAW_FOUR).value == pytest.approx(0.77544, abs=5e-6)
    assert fleiss_kappa(category_counts(RAW_FOUR)).value == pytest.approx(0.76117, abs=5e-6)
    assert conger_kappa(RAW_FOUR).value == pytest.approx(0.76282, abs=5e-6)
    assert brennan_prediger(RAW_FOUR).value == pytest.approx(0.77273, abs=5e-6)
    assert percent_agreement(RAW_FOUR).value == pytest.approx(0.8181818, abs=5e-8)


def test_two_coders_of_krippendorff_2004_page_224():
    pair = [[1, 1, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 1, 0, 0, 1, 0, 1, 0, 0]]
    assert percent_agreement(pair).value == pytest.approx(0.60)
    assert krippendorff_alpha(pair).value == pytest.approx(0.095, abs=5e-4)


def test_cohen_1960_page_45_and_gwet_2008():
    a, b = two_from([[88, 14, 18], [10, 40, 10], [2, 6, 12]])
    assert cohen_kappa(a, b).value == pytest.approx(0.492, abs=5e-4)
    assert gwet_ac1([a, b]).value == pytest.approx(0.5760, abs=5e-5)


def test_fleiss_1971_with_each_category():
    assert fleiss_kappa(FLEISS_COUNTS).value == pytest.approx(0.430, abs=5e-4)
    each = [kappa.value for kappa in fleiss_kappa_by_category(FLEISS_COUNTS)]
    # Printed to three digits from rounded figures: the exact formula is up to .0033 away.
    assert each == pytest.approx([0.248, 0.248, 0.517, 0.470, 0.565], abs=4e-3)
    for kappa, column in zip(each, np.array(FLEISS_COUNTS).T, strict=True):
        share = column.sum() / 180
        unlike = (column * (6 - column)).sum() / (30 * 6 * 5 * share * (1 - share))
        assert kappa == pytest.approx(1 - unlike)


def test_artstein_and_poesio_2008_page_558():
    a, b = two_from([[20, 10], [20, 50]])
    assert cohen_kappa(a, b).value == pytest.approx(0.348, abs=5e-4)
    assert scott_pi(a, b).value == pytest.approx(0.341, abs=5e-4)
    assert brennan_prediger([a, b]).value == pytest.approx(0.4)


def test_abstractors_of_the_irrcac_vignette():
    pair = two_from([[13, 0, 0], [0, 20, 7], [0, 4, 56]])
    assert cohen_kappa(*pair).value == pytest.approx(0.7964094, abs=5e-8)
    assert scott_pi(*pair).value == pytest.approx(0.7962397, abs=5e-8)
    assert gwet_ac1(pair).value == pytest.approx(0.8493305, abs=5e-8)
    assert brennan_prediger(pair).value == pytest.approx(0.835, abs=5e-8)
    assert krippendorff_alpha(pair).value == pytest.approx(0.7972585, abs=5e-8)


def test_distribution_of_six_raters_of_the_irrcac_readme():
    counts = FLEISS_COUNTS[:15]
    ratings = np.array([np.repeat(range(5), row) for row in counts]).T
    assert gwet_ac1(ratings).value == pytest.approx(0.4448007, abs=5e-8)
    assert fleiss_kappa(counts).value == pytest.approx(0.4139265, abs=5e-8)
    assert krippendorff_alpha(ratings).value == pytest.approx(0.4204384, abs=5e-8)
    assert brennan_prediger(ratings).value == pytest.approx(0.4388889, abs=5e-8)


def test_the_paradox_of_gwet_2008():
    a, b = two_from([[8, 1], [0, 1]])
    assert gwet_ac1([a, b]).value == pytest.approx(0.8658, abs=5e-5)
    assert scott_pi(a, b).value == pytest.approx(0.6078, abs=5e-5)


def test_unitizing_of_krippendorff_2004_page_254():
    """Also Quality and Quantity 38, 787, figure 2; the article rounds before it adds up."""
    spans = {
        ("i", "c"): [(225, 70), (370, 30)],
        ("j", "c"): [(220, 80), (355, 20), (400, 20)],
        ("i", "k"): [(180, 60), (300, 50)],
        ("j", "k"): [(180, 60), (300, 50)],
    }
    units = [
        (who, "text", at, at + size, code)
        for (who, code), pieces in spans.items()
        for at, size in pieces
    ]
    whole = Continuum({"text": (150, 450)}, units)
    c = unitizing_alpha(whole.only(codes=["c"]), "U")
    assert c.value == pytest.approx(0.7286, abs=5e-5)
    assert (c.observed, c.expected) == pytest.approx((0.0144, 0.0532), abs=5e-5)
    assert unitizing_alpha(whole.only(codes=["k"]), "U").value == 1.0
    assert unitizing_alpha(whole, "U").value == pytest.approx(0.8591, abs=5e-4)


def test_unitizing_family_worked_by_hand():
    """1 - 10/25.6757: 40 characters x 950 unlike products / (1600 - 100 - 20) = 25.6757."""
    marks = [("1", "d", 0, 5, "a"), ("1", "d", 10, 15, "b")]
    marks += [("2", "d", 0, 5, "a"), ("2", "d", 10, 15, "a")]
    text = Continuum({"d": 20}, marks)
    assert unitizing_alpha(text).value == pytest.approx(1 - 10 / (40 * 950 / 1480))
    assert unitizing_alpha(text, "|u").value == 1.0
    assert unitizing_alpha(text, "cu").value == pytest.approx(0.0)
    # Code a: seen 5 of its 15 unlike; by chance 75 of 150 + 75 = a third. Code b: both all.
    assert unitizing_alpha(text, "(a)u").value == pytest.approx(0.0)
    assert unitizing_alpha(text, "(b)u").value == pytest.approx(0.0)
    assert coverage(text) == 0.5
