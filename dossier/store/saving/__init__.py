"""Putting decisions into the files: locked, journalled, merged with what others wrote, and never half."""
