"""Names in one text, and the same entity under several names."""
