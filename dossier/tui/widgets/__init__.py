"""One noun of the screen per file."""
