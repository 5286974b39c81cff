"""The nouns: frozen values, no I/O, nothing but Python."""
