"""Programmes, waves, frames, organisations, people, places and projects."""
