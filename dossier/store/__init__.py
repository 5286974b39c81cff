"""The dossier folder: YAML, anchoring, the cache, places kept, watching for changes."""
