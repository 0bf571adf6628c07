"""A seeded generator of a wholly invented programme with a known truth."""
