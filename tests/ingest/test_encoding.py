import codecs
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.ingest.encoding import decode
from dossier.model.errors import UnreadableError

QUOTED = "“Pakistan’s mines,” he said — a naïve café. It’s the third time."


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le" if sys.byteorder == "little" else "utf-16-be"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("cp1252", "windows-1252"),
    ],
)
def test_encodings_of_one_text(encoding: str, expected: str) -> None:
    assert decode(QUOTED.encode(encoding)) == (QUOTED, expected)


@pytest.mark.parametrize("name", ["utf-16-be", "utf-32-le", "utf-32-be"])
def test_byte_order_marks(name: str) -> None:
    mark = {"utf-16-be": codecs.BOM_UTF16_BE, "utf-32-le": codecs.BOM_UTF32_LE, "utf-32-be": codecs.BOM_UTF32_BE}
    assert decode(mark[name] + QUOTED.encode(name)) == (QUOTED, name)


def test_a_nul_first_in_utf_16_is_not_utf_32() -> None:
    assert decode(codecs.BOM_UTF16_LE + "\0ab".encode("utf-16-le")) == ("\0ab", "utf-16-le")


@pytest.mark.parametrize("text", ["café", "It cost £5 in 1999.", "¿Qué pasó? El niño comió.", "Créée à la hâte"])
def test_latin_1(text: str) -> None:
    assert decode(text.encode("latin-1")) == (text, "windows-1252")


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Правительство объявило о новых правилах добычи полезных ископаемых в регионе."),
        ("cp1253", "Η κυβέρνηση ανακοίνωσε νέους κανόνες για την εξόρυξη ορυκτών στην περιοχή."),
    ],
)
def test_other_alphabets(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == (text, encoding)


def test_a_few_broken_bytes_do_not_make_utf_8_another_encoding() -> None:
    assert decode("naïve café".encode() + b" \xff end") == ("naïve café \ufffd end", "utf-8")


def test_undefined_bytes_become_replacement_characters() -> None:
    text, encoding = decode(b"plain words \x81 and more plain words")
    assert encoding
    assert text.startswith("plain words ")
    assert text.endswith(" and more plain words")


def test_nuls_in_a_text_stay() -> None:
    assert decode(b"a\0b and some words") == ("a\0b and some words", "utf-8")


def test_nothing_is_text() -> None:
    assert decode(b"") == ("", "utf-8")
    assert decode(codecs.BOM_UTF8) == ("", "utf-8")


@pytest.mark.parametrize(
    "data", [b"\0" * 64, bytes(range(256)) * 8, b"%PDF-1.7\n%text", b"PK\x03\x04" + b"a" * 99, b"\x89PNG\r\n\x1a\n" * 9]
)
def test_binary_files_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="looks like a binary file"):
        decode(data)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text, name = decode(data)
    except UnreadableError:
        return
    assert data.decode(name, "replace").removeprefix("\ufeff") == text or text == data.decode(name, "replace")


@given(st.text())
def test_utf_8_with_a_mark_is_always_exact(text: str) -> None:
    assert decode(codecs.BOM_UTF8 + text.encode()) == (text, "utf-8")


def test_reading_loads_no_detector_and_no_yaml() -> None:
    code = (
        "import sys; from dossier.ingest.reading import read_bytes;"
        "read_bytes('Some “quoted” words.'.encode(), 'a.txt', 'a'); read_bytes(b'# A', 'a.md', 'a');"
        "read_bytes('caf\\xe9'.encode('latin-1'), 'a.txt', 'a');"
        "print(*sorted(set(sys.modules) & {'charset_normalizer', 'yaml', 'textual', 'rapidfuzz', 'statistics'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
