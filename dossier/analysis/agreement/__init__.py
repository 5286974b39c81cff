"""Which figures agree, and what the sources make of a claim together."""
