"""A terminal workbench for people who work from a stack of sources."""

__version__ = "0.1.0"
