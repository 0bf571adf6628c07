"""The workshop: pure functions from arrays and small tables to frozen results."""
