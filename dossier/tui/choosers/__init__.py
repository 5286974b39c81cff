"""What the box can be opened for: one chooser per file."""
