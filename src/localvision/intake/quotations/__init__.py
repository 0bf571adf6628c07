"""Quotations credited to a role in brackets, as evaluation reports print them."""

from localvision.intake.quotations.attributed import attributed_quotations
from localvision.intake.quotations.roles import normalise_role
from localvision.intake.quotations.summary import QuotationSummary, quotation_summary

__all__ = ["QuotationSummary", "attributed_quotations", "normalise_role", "quotation_summary"]
