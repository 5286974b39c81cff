"""From a file to a source: readers by format, cleaning, blocks, metadata."""
