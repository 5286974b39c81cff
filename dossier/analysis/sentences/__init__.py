"""Sentences, quotations and brackets of running text."""
