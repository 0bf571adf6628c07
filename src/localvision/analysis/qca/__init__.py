"""Qualitative Comparative Analysis."""
