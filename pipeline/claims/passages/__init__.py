"""Whose statement is it, by the passage it stands in: a second network, asked about would-be contradictions only."""
