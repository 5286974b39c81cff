from dossier.ingest.pullquotes import pull_quotes

from .readings import BODY, LEDE, MORE, kinds

QUOTE = (
    "Critical metals are the raw material of our best machines. President Smith has made it clear that finding "
    "reliable sources of them matters most—if they are dug responsibly, everybody gains"
)


def page(*lines: str) -> str:
    return "\n\n".join(lines)


def test_words_that_stand_again_in_a_longer_paragraph() -> None:
    taken = f"Speaking on Monday, the envoy praised the mine. “{QUOTE},” she said, according to a statement."
    assert kinds(page(LEDE, QUOTE + ".", taken, BODY)) == ["body", "pull-quote", "body", "body"]
    assert kinds(page(LEDE, taken, BODY, f"“{QUOTE}”")) == ["body", "body", "body", "pull-quote"]


def test_brackets_misprints_and_interruptions() -> None:
    bracketed = QUOTE.replace("President Smith", "President [John] Smith").replace("machines.", "machines,. ")
    interrupted = bracketed.replace("has made", "has,” the envoy said, “made").replace("—", " - ")
    interrupted = interrupted.replace("finding", "fnding")
    assert kinds(page(LEDE, QUOTE + ".", f"“{interrupted},” she said.", BODY))[1] == "pull-quote"


def test_capitals_and_markdown() -> None:
    taken = f"“{QUOTE},” she said."
    assert kinds(page(LEDE, QUOTE.upper(), taken, BODY))[1] == "pull-quote"
    assert kinds(page(LEDE, "> " + QUOTE, taken, BODY), "a.md") == ["body", "pull-quote", "body", "body"]


def test_short_quotations_without_long_words() -> None:
    taken = "“The days are long and the pay is low,” said one, who did not want his name told, “but so it is.”"
    assert kinds(page(LEDE, taken, "“The days are long and the pay is low”", BODY))[2] == "pull-quote"


def test_related_paragraphs_are_not_repeated_ones() -> None:
    other = "Critical metals are found in the north. President Smith has made no promise, and reliable sources are few."
    assert kinds(page(LEDE, QUOTE + ".", other, BODY)) == ["body"] * 4


def test_the_same_paragraph_twice_is_not_longer() -> None:
    assert kinds(page(LEDE, BODY, MORE, BODY)) == ["body"] * 4


def test_a_refrain_everywhere_is_compared_with_a_few_only() -> None:
    texts = [f"{QUOTE} {n}" for n in range(200)]
    assert pull_quotes([*texts, QUOTE], [200]) == {200}
    assert pull_quotes(texts, range(200)) == set()
