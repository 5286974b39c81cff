"""Figures: numbers, units, what is counted, how precise it is."""
