"""Messages of the intake floor."""
