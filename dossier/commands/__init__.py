"""One documented class for each thing a person can do."""
