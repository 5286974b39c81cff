"""What can be derived from texts and values: pure functions, no I/O."""
