"""Changing one item of a YAML file and nothing else: from its text and a change to the new text."""
