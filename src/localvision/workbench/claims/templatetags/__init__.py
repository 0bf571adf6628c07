"""Words of the claims pages."""
