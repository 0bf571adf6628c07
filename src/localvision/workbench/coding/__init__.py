"""Coding: who read which words as which theme, and what the whole of it shows."""
