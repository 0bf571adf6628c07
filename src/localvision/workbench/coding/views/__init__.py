"""Pages of the coding room."""
