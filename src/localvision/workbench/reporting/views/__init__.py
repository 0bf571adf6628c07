"""Pages of reports: reading them, writing them, building them."""
