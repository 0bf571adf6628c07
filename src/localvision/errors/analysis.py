"""Messages of the analysis floor."""
