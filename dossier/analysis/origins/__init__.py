"""Near-copies, and where statements come from once copies are collapsed."""
