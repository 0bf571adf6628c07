"""Programme templates as data."""
