import pytest

from dossier.model.entity import EntityKind
from dossier.model.problem import Severity
from dossier.store.opening import open_dossier


def problems(folder, name, text, encoding="utf-8"):
    """The problems of a folder with this file, and the dossier, whose articles are always there."""
    (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
    dossier = open_dossier(folder)
    assert len(dossier.sources) == 2
    return [problem for problem in dossier.problems if problem.file == name], dossier


@pytest.mark.parametrize("name", ["dossier.yaml", "entities.yaml", "claims.yaml", "notes.yaml"])
@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: b\nc: [d\n", 2),
        ("- a: 'never closed\n", 1),
        ("a: b\n\tc: d\n", 2),
        ("a: b\nc: \x07\n", 2),
        (b"a: b\nc: \xff\xfe\n", 2),
        ("a: b\n: : :\n- x\n", 2),
        ("{" * 500_000, 1),
        ("[" * 500_000, 1),
        ("- " * 500_000, 1),
    ],
)
def test_a_file_beyond_use_is_listed_with_its_line_and_advice(folder, name, text, line):
    found, dossier = problems(folder, name, text)
    assert len(found) >= 1
    assert found[0].severity is Severity.ERROR
    assert found[0].advice
    assert found[0].line == line
    if name == "entities.yaml":
        assert len(dossier.claims) == 2


def test_a_python_tag_is_refused_and_never_run(folder, tmp_path):
    marker = tmp_path / "ran"
    text = f"""- name: Good
- name: !!python/object/apply:os.system ["touch {marker}"]
- !!python/object:os.system {{name: Bad}}
- name: !custom Tagged
- name: !!str 12
"""
    found, dossier = problems(folder, "entities.yaml", text)
    assert not marker.exists()
    assert [entity.name for entity in dossier.entities] == ["Good", "12"]
    assert sorted({problem.line for problem in found}) == [2, 3, 4]
    assert "python/object" in found[0].message


def test_a_billion_laughs_is_not_expanded(folder):
    rows = ["title: Laughs", 'a: &a ["lol", "lol"]']
    rows += [f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)]
    found, dossier = problems(folder, "dossier.yaml", "\n".join(rows))
    assert dossier.name == "Laughs"
    assert any("alias (*a)" in problem.message and problem.line == 3 for problem in found)


def test_an_alias_loses_its_key_only(folder):
    found, dossier = problems(folder, "entities.yaml", "- name: &n A\n  note: x\n- name: B\n  note: *n\n")
    assert [(entity.name, entity.note) for entity in dossier.entities] == [("A", "x"), ("B", "")]
    assert [(problem.line, problem.key) for problem in found] == [(4, "note")]


def test_deep_nesting_loses_its_item_only(folder):
    deep = "[" * 100 + "]" * 100
    found, dossier = problems(folder, "entities.yaml", f"- name: A\n  aliases: {deep}\n- name: B\n")
    assert [entity.name for entity in dossier.entities] == ["A", "B"]
    assert found[0].line == 2


def test_duplicate_keys(folder):
    found, dossier = problems(folder, "entities.yaml", "- name: A\n  kind: place\n  kind: person\n")
    assert dossier.entities[0].kind is EntityKind.PLACE
    assert [(problem.line, problem.key) for problem in found] == [(3, "kind")]
    assert "lines 2 and 3" in found[0].message


def test_scalars_are_taken_as_written(folder):
    text = "- id: no\n  text: 29%\n  verdict: 0x10\n  note: ~\n- text: 2026-02-12\n- text: true\n- text: 1.50\n"
    found, dossier = problems(folder, "claims.yaml", text)
    assert not found
    assert [claim.text for claim in dossier.claims] == ["29%", "2026-02-12", "true", "1.50"]
    assert (dossier.claims[0].id, dossier.claims[0].verdict, dossier.claims[0].note) == ("no", "0x10", "")


def test_escape_sequences_in_yaml_are_made_visible(folder):
    _, dossier = problems(folder, "entities.yaml", '- name: "A\\e[31mB \\u202Ex"\n')
    assert "\x1b" not in dossier.entities[0].name
    assert "\u202e" not in dossier.entities[0].name


@pytest.mark.parametrize("name", ["entities.yaml", "claims.yaml"])
@pytest.mark.parametrize(("text", "line"), [("a: b\n", 1), ("just words\n", 1)])
def test_another_shape_than_expected(folder, name, text, line):
    found, _ = problems(folder, name, text)
    assert [problem.line for problem in found] == [line]


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n", "~\n", "\ufeff"])
@pytest.mark.parametrize("name", ["dossier.yaml", "entities.yaml", "claims.yaml", "notes.yaml"])
def test_a_file_without_content_is_no_problem(folder, name, text):
    assert not problems(folder, name, text)[0]


def test_a_list_where_dossier_yaml_has_keys(folder):
    assert problems(folder, "dossier.yaml", "- a\n")[0][0].line == 1


def test_a_second_document_and_a_yaml_directory(folder):
    found, dossier = problems(folder, "entities.yaml", "- name: A\n---\n- name: B\n")
    assert [entity.name for entity in dossier.entities] == ["A"]
    assert found[0].line == 2
    (folder / "notes.yaml").mkdir()
    assert any(problem.file == "notes.yaml" for problem in open_dossier(folder).problems)


@pytest.mark.parametrize("file", ["../outside.txt", "/etc/passwd", "a/../../x.txt", "C:\\x.txt", "..\\x.txt", ".."])
def test_a_source_outside_the_folder_is_refused(folder, file):
    text = f"title: T\nsources:\n  - file: one.txt\n    note: n\n  - file: '{file}'\n"
    found, dossier = problems(folder, "dossier.yaml", text)
    assert [(problem.line, problem.key) for problem in found] == [(5, "file")]
    assert "outside the dossier folder" in found[0].message
    assert dossier.source["one"].note == "n"


def test_sources_that_are_missing_twice_or_wrong(folder):
    text = """sources:
  - file: ./one.txt
    id: x
    reliability: G
    published: yesterday
  - file: gone.txt
  - file: one.txt
  - file: two.txt
    id: x
  - id: nameless
  - words
"""
    found, dossier = problems(folder, "dossier.yaml", text)
    assert [(problem.line, problem.key) for problem in found] == [
        (11, "sources"),
        (5, "published"),
        (4, "reliability"),
        (7, "file"),
        (9, "id"),
        (10, ""),
        (6, "file"),
    ] or sorted(problem.line for problem in found) == [4, 5, 6, 7, 9, 10, 11]
    assert {source.id for source in dossier.sources} == {"x", "two"}


def test_duplicate_ids_name_both_lines_and_the_first_wins(folder):
    found, dossier = problems(folder, "entities.yaml", "- {id: a, name: A}\n\n- {id: a, name: B}\n- name: A\n  id: b\n")
    assert [(entity.id, entity.name) for entity in dossier.entities] == [("a", "A"), ("b", "A")]
    assert "lines 1 and 3" in found[0].message
    found, dossier = problems(folder, "claims.yaml", "- {id: a, text: A}\n- {id: a, text: B}\n")
    assert [claim.text for claim in dossier.claims] == ["A"]
    assert "lines 1 and 2" in found[0].message


def test_dangling_ids(folder):
    text = """- text: A
  about: [reko-diq, nobody]
  evidence:
    - source: nowhere
      quote: x
    - source: one
      quote: will create 8,000 jobs
      speaker: A spokesman
"""
    found, dossier = problems(folder, "claims.yaml", text)
    assert [(problem.line, problem.key, problem.severity) for problem in found] == [
        (2, "about", Severity.WARNING),
        (4, "source", Severity.ERROR),
    ]
    claim = dossier.claims[0]
    assert claim.about == ("reko-diq",)
    assert [(piece.source, piece.speaker) for piece in claim.evidence] == [("one", "A spokesman")]


def test_words_and_numbers_that_are_not_allowed(folder):
    text = """- text: A
  kind: rumour
  credibility: 7
  evidence:
    - source: one
      quote: will create 8,000 jobs
      stance: denies
      start: -3
      date: someday
"""
    found, dossier = problems(folder, "claims.yaml", text)
    assert sorted(problem.key for problem in found) == ["credibility", "date", "kind", "stance", "start"]
    kind = next(problem for problem in found if problem.key == "kind")
    assert "fact, forecast, intention, opinion" in kind.advice
    assert dossier.claims[0].credibility == 0
    assert dossier.claims[0].evidence[0].start > 0


def test_incomplete_items_are_left_out_and_listed(folder):
    text = "- id: a\n- text: B\n  evidence:\n    - source: one\n    - quote: x\n    - words\n- words\n- text: C\n"
    found, dossier = problems(folder, "claims.yaml", text)
    assert [claim.text for claim in dossier.claims] == ["B", "C"]
    assert sorted(problem.line for problem in found) == [1, 4, 5, 6, 7]


def test_unknown_keys_are_warned_about(folder):
    found, dossier = problems(folder, "entities.yaml", "- name: A\n  colour: red\n")
    assert [(problem.key, problem.line, problem.severity) for problem in found] == [("colour", 2, Severity.WARNING)]
    assert dossier.entities[0].name == "A"


def test_ids_that_are_missing_are_made_of_the_words(folder):
    _, dossier = problems(folder, "claims.yaml", "- text: The US finances it.\n")
    assert dossier.claims[0].id == "the-us-finances-it"


def test_the_parser_without_its_c_part_reads_the_same(folder, monkeypatch):
    import yaml

    whole = open_dossier(folder)
    monkeypatch.delattr(yaml, "CBaseLoader", raising=False)
    again = open_dossier(folder)
    assert (again.claims, again.entities, again.problems) == (whole.claims, whole.entities, whole.problems)
    found, _ = problems(folder, "entities.yaml", "- name: A\n  note: \x07\n")
    assert found[0].line == 2
    assert problems(folder, "entities.yaml", "[" * 3000)[0]
