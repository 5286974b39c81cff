"""The same claim across sources."""
