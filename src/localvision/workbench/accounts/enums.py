"""The roles that a person may hold in a programme, and what each may do."""

from __future__ import annotations

from django.db import models


class Role(models.TextChoices):
    """What a person is to a programme."""

    COMMISSIONER = "commissioner", "Commissioner"
    ASSESSOR = "assessor", "Assessor"
    EVALUATOR = "evaluator", "Evaluator"
    ENABLER = "enabler", "Enabler"
    LOCALITY_LEAD = "locality_lead", "Locality lead"
    READER = "reader", "Reader"


class Capability(models.TextChoices):
    """One thing that a person may do or read."""

    SEE_PROGRAMME = "see_programme", "see the programme, its places and its stages"
    MANAGE_PROGRAMME = "manage_programme", "change the programme, its places and its members"
    READ_SOURCES = "read_sources", "read what people said, word for word"
    ADD_SOURCES = "add_sources", "bring in and correct sources"
    READ_IDENTITIES = "read_identities", "read who people are (each reading is logged)"
    CODE = "code", "code passages"
    SEE_COUNTS = "see_counts", "see counts by place, theme and role"
    READ_CLAIMS = "read_claims", "read claims and what they rest on"
    WRITE_CLAIMS = "write_claims", "write claims and weigh their evidence"
    READ_REPORTS = "read_reports", "read reports"
    BUILD_REPORTS = "build_reports", "write and build reports"
    READ_AUDIT = "read_audit", "read the log of what was done"
