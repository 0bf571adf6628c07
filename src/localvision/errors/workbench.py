"""Messages of the workbench floor."""
