"""One small class per file format."""
