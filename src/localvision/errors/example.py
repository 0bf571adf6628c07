"""Messages of the example floor."""
