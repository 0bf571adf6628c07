"""The store and its rooms: one Django app per domain."""
