"""What tests of ingest read with."""

from dossier.ingest.reading import read_bytes
from dossier.model.source import Reading, Source


def read(text: str | bytes, file: str = "a.txt") -> tuple[Source, Reading]:
    data = text.encode() if isinstance(text, str) else text
    return read_bytes(data, file, "a")


def blocks(text: str | bytes, file: str = "a.txt") -> list[tuple[str, str]]:
    _, reading = read(text, file)
    return [(block.kind.value, reading.text[block.start : block.end]) for block in reading.blocks]


def kinds(text: str | bytes, file: str = "a.txt") -> list[str]:
    return [kind for kind, _ in blocks(text, file)]


LEDE = "The miners came back to the northern hills on Tuesday, officials said, after a strike of three long weeks."
BODY = "A second paragraph follows that is about as long as the first one and says that nothing else is known yet."
MORE = "The company, which did not answer questions, had offered four per cent; the union had asked for nine."
FOURTH = "Prices of metals rose last year in most markets, a trend that analysts expect to go on until the autumn."
