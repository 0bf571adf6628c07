"""Audit, jobs, search, base templates: what every room stands on."""
