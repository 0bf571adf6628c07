"""Messages of the outputs floor."""
