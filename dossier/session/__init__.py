"""What the reader is doing: plain data, saved and restored."""
