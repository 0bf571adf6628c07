"""Tags and filters of the report pages."""
