"""The nouns: frozen values, no I/O, nothing but Python.

What comes by the thousand (blocks, mentions, passages) is a named tuple: it is made several times as fast as a frozen
dataclass, and its class costs a tenth at the start of the program.
"""
