import json
import os
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import SEEDS, Run, is_one_line
from tests.harbour import write_harbour

CLAIM_KEYS = ["id", "text", "status", "decided", "about", "evidence"]
EVIDENCE_KEYS = ["source", "start", "end", "quote", "stance", "speaker", "quantities", "dates", "anchor"]
QUANTITY_KEYS = ["value", "low", "high", "unit", "thing", "qualifier"]
ENTITY_KEYS = ["id", "name", "kind", "aliases", "decided", "mentions"]
SOURCE_KEYS = ["id", "file", "title", "publisher", "author", "published", "language", "origin", "blocks"]
HIT_KEYS = ["kind", "source", "start", "end", "quote", "score"]


def text_of(run: Run, source: str, path: str) -> str:
    return run("read", source, path, "--plain", "--text-only").out


def rows(out: str) -> list[list[str]]:
    return [line.split("\t") for line in out.splitlines()]


def test_claims_as_json_stand_at_their_offsets(run: Run) -> None:
    done = run("claims", SEEDS, "--json")
    assert done.code == 0
    claims = json.loads(done.out)
    assert len([claim for claim in claims if claim["decided"]]) >= 40
    assert [claim for claim in claims if not claim["decided"]]
    decided = json.loads(run("claims", SEEDS, "--json", "--decided").out)
    assert [claim["id"] for claim in decided] == [claim["id"] for claim in claims if claim["decided"]]
    texts: dict[str, str] = {}
    for claim in claims:
        assert list(claim) == CLAIM_KEYS
        for evidence in claim["evidence"]:
            assert list(evidence) == EVIDENCE_KEYS
            source = evidence["source"]
            text = texts.setdefault(source, text_of(run, source, SEEDS))
            assert evidence["anchor"] == "found"
            assert text[evidence["start"] : evidence["end"]] == evidence["quote"]
            assert all(list(quantity) == QUANTITY_KEYS for quantity in evidence["quantities"])
    assert len(texts) == 5


def test_an_open_interval_is_null_in_json(run: Run, folder: Path) -> None:
    jobs = json.loads(run("claims", str(folder), "--json").out)[0]
    assert jobs["about"] == ["reko-diq"]
    first = jobs["evidence"][0]
    assert (first["speaker"], first["dates"]) == ("baker", ["2026-02"])
    assert first["quantities"][0]["value"] == 8000
    assert first["quantities"][0]["high"] is None


def test_claims_are_filtered(run: Run) -> None:
    def ids(*filters: str) -> set[str]:
        done = run("claims", SEEDS, *filters)
        assert done.code == 0
        return {row[0] for row in rows(done.out)}

    whole = json.loads(run("claims", SEEDS, "--json").out)
    single = {claim["id"] for claim in whole if claim["status"] == "single source"}
    assert single
    assert ids("--status", "single") == ids("--status", "Single source") == single
    one = {claim["id"] for claim in whole if any(e["source"] == "closer-ties" for e in claim["evidence"])}
    assert ids("--source", "closer-ties") == ids("--source", "1") == ids("--source", "closer-ties.txt") == one
    about = {claim["id"] for claim in whole if "asim-munir" in claim["about"]}
    assert ids("--about", "munir") == ids("--about", "asim-munir") == about
    assert ids("--source", "closer-ties", "--status", "single") == one & single


def test_no_claim_of_that_sort_is_no_failure(run: Run, folder: Path) -> None:
    done = run("claims", str(folder), "--status", "no evidence", "--json")
    assert (done.code, done.out) == (0, "[]\n")
    assert "no claim is like that" in done.err


def test_unknown_names_are_told_with_the_nearest(run: Run) -> None:
    done = run("claims", SEEDS, "--about", "Mohsin Naqwi")
    assert done.code == 3
    assert "did you mean Mohsin Naqvi" in done.err
    done = run("claims", SEEDS, "--source", "closer-tie")
    assert done.code == 3
    assert "did you mean closer-ties" in done.err
    assert is_one_line(done.err)


def test_entities_as_json_are_named_at_their_offsets(run: Run, folder: Path) -> None:
    entities = json.loads(run("entities", str(folder), "--json").out)
    assert [list(entity) for entity in entities] == [ENTITY_KEYS] * 2
    one = text_of(run, "one", str(folder))
    named = {e["id"]: [one[m["start"] : m["end"]] for m in e["mentions"]] for e in entities}
    assert named == {"reko-diq": ["Reko Diq", "Reko Diq"], "baker": ["Baker"]}
    assert list(entities[0]["mentions"][0]) == ["source", "start", "end"]


def test_entities_are_counted_and_filtered_by_kind(run: Run, folder: Path) -> None:
    found = rows(run("entities", str(folder)).out)
    assert ["reko-diq", "facility", "2", "1", "Reko Diq", ""] in found
    assert rows(run("entities", str(folder), "--kind", "facilities").out) == found[:1]
    assert run("entities", str(folder), "--kind", "event").out == ""
    people = json.loads(run("entities", "--kind", "person", SEEDS, "--json").out)
    assert {entity["kind"] for entity in people} == {"person"}
    assert "asim-munir" in {entity["id"] for entity in people}


def test_sources_as_json_have_blocks_that_hold_text(run: Run) -> None:
    sources = json.loads(run("sources", SEEDS, "--json").out)
    assert len(sources) == 5
    for source in sources:
        assert list(source) == SOURCE_KEYS
        text = text_of(run, source["id"], SEEDS)
        assert source["blocks"][-1]["end"] == len(text)
        for block in source["blocks"]:
            assert list(block) == ["kind", "start", "end"]
            assert text[block["start"] : block["end"]].strip()
    titled = {source["id"]: source["title"] for source in sources}
    assert titled["strategic-asset"] == ""
    assert titled["closer-ties"].startswith("Mining and Energy")


def test_sources_say_what_nobody_tells(run: Run) -> None:
    found = {row[1]: row for row in rows(run("sources", SEEDS).out)}
    assert found["strategic-asset"][2:5] == ["no date", "no publisher", "F"]
    assert found["high-level-meeting"][2:5] == ["2026-02-13", "SouthAsianDesk", "D"]


def test_search_hits_as_json_stand_at_their_offsets(run: Run) -> None:
    hits = json.loads(run("search", "reko diq", SEEDS, "--json", "--limit", "40").out)
    assert {"passage", "entity", "claim"} <= {hit["kind"] for hit in hits}
    assert [hit["score"] for hit in hits] == sorted((hit["score"] for hit in hits), reverse=True)
    for hit in hits:
        assert list(hit) == HIT_KEYS
        assert hit["quote"]
        if hit["start"] >= 0:
            assert text_of(run, hit["source"], SEEDS)[hit["start"] : hit["end"]] == hit["quote"]


def test_a_source_found_by_its_title_is_quoted_by_it(run: Run) -> None:
    hits = json.loads(run("search", "Golden Opportunity", SEEDS, "--json").out)
    hit = next(hit for hit in hits if hit["kind"] == "source")
    assert (hit["source"], hit["start"], hit["end"]) == ("golden-opportunity", -1, -1)
    assert hit["quote"].startswith("A Golden Opportunity?")


def test_search_takes_its_language_and_a_limit(run: Run, folder: Path) -> None:
    path = str(folder)
    assert all(row[1] == "two" for row in rows(run("search", "jobs source:two", path).out) if row[0] == "passage")
    assert len(rows(run("search", "--limit", "2", "jobs", path).out)) == 2
    assert rows(run("search", "--limit", "2", "--", "-province jobs", path).out)


def test_a_search_that_finds_nothing_is_done_and_says_so(run: Run, folder: Path) -> None:
    done = run("search", "xylophone", str(folder), "--json")
    assert (done.code, done.out) == (0, "[]\n")
    assert done.err == "nothing found for xylophone\n"


def test_a_misspelt_name_is_looked_for_among_the_suggested_ones(run: Run, tmp_path: Path) -> None:
    folder = write_harbour(tmp_path / "harbour")
    assert [row[0] for row in rows(run("search", "Caldder", str(folder)).out)][:1] == ["entity"]


def test_a_query_without_quotation_marks_is_told(run: Run) -> None:
    done = run("search", "reko", "diq")
    assert done.code == 3
    assert 'dossier search "reko diq"' in done.err


@pytest.mark.parametrize("name", ["claims", "entities", "sources"])
def test_an_empty_folder_is_an_empty_list(run: Run, empty: Path, name: str) -> None:
    done = run(name, str(empty), "--json")
    assert (done.code, done.out) == (0, "[]\n")
    assert is_one_line(done.err)
    assert run(name, str(empty)).out == ""


def test_a_single_file_is_a_dossier(run: Run, folder: Path) -> None:
    sources = json.loads(run("sources", str(folder / "one.txt"), "--json").out)
    assert [source["file"] for source in sources] == ["one.txt"]
    assert run("claims", str(folder / "one.txt")).code == 0


def test_without_a_path_it_is_this_folder_or_the_demonstration(
    run: Run, folder: Path, empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert [row[1] for row in rows(run("sources").out)] == ["one", "two"]
    monkeypatch.chdir(empty)
    done = run("sources")
    assert len(rows(done.out)) == 5
    assert "demonstration" in done.err


def test_options_may_stand_anywhere(run: Run, folder: Path) -> None:
    path = str(folder)
    expected = run("claims", path, "--json", "--source", "one").out
    assert run("claims", "--json", "--source", "one", path).out == expected
    assert run("claims", "--json", path, "--source=one").out == expected
    assert run("read", "one", "--width", "30", path).out == run("read", "--width", "30", "one", path).out


def test_problems_are_pointed_to(run: Run, folder: Path) -> None:
    (folder / "entities.yaml").write_text("- [broken\n")
    done = run("sources", str(folder))
    assert done.code == 0
    assert len(rows(done.out)) == 2
    assert "dossier check lists them" in done.err


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="file names there are not bytes")
def test_hostile_names_and_texts_never_reach_the_terminal(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "d\x1b[31m\n"
    folder.mkdir()
    text = "A title [sic]\n\n\x1b]0;owned\x07 [@click=app.quit]it[/] is \u202eback\u202c to [/b] him.\n"
    for name in (b"evil\x1b[31m\xff\t[b].txt", "r\u202etl\x9b.txt".encode(), b"[@click=app.quit].md"):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text(text, "utf-8")
    ids = [source["id"] for source in json.loads(run("sources", str(folder), "--json").out)]
    assert len(ids) == 3
    calls = [["sources"], ["sources", "--json"], ["check"], ["search", "back \x1b[31m"], ["claims"]]
    calls += [["read", id] for id in ids]
    for call in calls:
        done = run(*call, str(folder))
        assert done.code == 0
        for line in (done.out + done.err).replace("\t", "").splitlines():
            assert line.isprintable()
    assert "[@click=app.quit]it[/]" in run("read", ids[0], str(folder)).out
    assert all(len(row) == 6 for row in rows(run("sources", str(folder)).out))


def test_many_files_are_all_read_before_they_are_listed(run: Run, tmp_path: Path) -> None:
    for number in range(200):
        (tmp_path / f"{number}.txt").write_text(f"Camp {number}\n\nThe company opens camp {number} here.\n")
    (tmp_path / "entities.yaml").write_text("- {id: camp, name: Camp 199, kind: place}\n")
    done = run("entities", str(tmp_path), "--json")
    assert "for the first time" in done.err
    assert [m["source"] for m in json.loads(done.out)[0]["mentions"]] == ["199"]
    assert run("sources", str(tmp_path)).err == ""


def test_a_copy_has_the_origin_it_was_copied_from(run: Run, tmp_path: Path) -> None:
    names = ("harbour", "council", "quarry", "ferry", "school", "bridge", "market", "library")
    said = [f"The {name} of Port Vale spent {n + 3} million on repairs last winter." for n, name in enumerate(names)]
    for file, text in {"daily": said, "echo": ["Another headline", *said[2:6]], "other": ["Nothing."]}.items():
        (tmp_path / f"{file}.txt").write_text("\n\n".join(text), encoding="utf-8")
    told = json.loads(run("sources", str(tmp_path), "--json").out)
    assert [(one["id"], one["origin"]) for one in told] == [("daily", "daily"), ("echo", "daily"), ("other", "other")]


def test_what_was_decided_is_judged_by_who_copies_whom(run: Run, tmp_path: Path) -> None:
    names = ("harbour", "council", "quarry", "ferry", "school", "bridge", "market", "library")
    said = [f"The {name} of Port Vale spent {n + 3} million on repairs last winter." for n, name in enumerate(names)]
    for file, text in {"daily": said, "echo": ["Another headline", *said[2:6]]}.items():
        (tmp_path / f"{file}.txt").write_text("\n\n".join(text), encoding="utf-8")
    pieces = "".join(f"    - source: {source}\n      quote: {said[3]}\n" for source in ("daily", "echo"))
    (tmp_path / "claims.yaml").write_text(f"- id: ferry\n  text: The ferry.\n  evidence:\n{pieces}")
    listed = [run("claims", str(tmp_path), *more).out.splitlines()[0] for more in ((), ("--decided",))]
    assert listed == ["ferry\tsingle source\t2\t1\tThe ferry."] * 2
    assert "single source, in 2 articles" in run("read", "daily", str(tmp_path)).out
    assert len(run("claims", str(tmp_path), "--decided").out.splitlines()) == 1


def test_what_only_stands_beside_a_claim_is_not_stated_by_both(run: Run) -> None:
    both = json.loads(run("compare", "closer-ties", "high-level-meeting", SEEDS, "--json").out)
    assert both
    assert all(len({piece["source"] for piece in claim["evidence"]}) == 2 for claim in both)
    assert not [p for claim in both for p in claim["evidence"] if p["stance"] == "mentions"]


def test_search_for_an_entity_knows_the_names_that_are_suggested(run: Run, tmp_path: Path) -> None:
    folder = str(write_harbour(tmp_path / "harbour"))
    found = json.loads(run("search", "entity:Calder", folder, "--json").out)
    assert {hit["quote"] for hit in found if hit["kind"] == "passage"} == {"Ines Calder"}


def test_who_said_what_by_which_word(run: Run, tmp_path: Path) -> None:
    folder = str(write_harbour(tmp_path / "harbour"))
    said = rows(run("quotes", folder, "--by", "Calder").out)
    assert [row[:3] for row in said] == [["Ines Calder", "said", "direct"], ["Ines Calder", "said", "indirect"]]
    (first, *_) = json.loads(run("quotes", folder, "--json", "--by", "Calder").out)
    assert (first["cue"], first["quote"]) == ("said", '"The harbour will create 8,000 jobs,"')
    assert "did you mean Calder" in run("quotes", folder, "--by", "Kalder").err


def test_a_decided_name_within_a_longer_one_is_a_part_of_that(run: Run, tmp_path: Path) -> None:
    text = "Mining\n\nUS Strategic Metals signed it. The US welcomed US Strategic Metals in Missouri.\n"
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    (tmp_path / "entities.yaml").write_text("- {name: United States, kind: place, aliases: [US]}\n", encoding="utf-8")
    found = json.loads(run("entities", str(tmp_path), "--json").out)
    counts = {entity["name"]: len(entity["mentions"]) for entity in found}
    assert (counts["United States"], counts["US Strategic Metals"]) == (1, 2)


def test_what_a_person_wrote_wins_where_it_ends_a_longer_name(run: Run, tmp_path: Path) -> None:
    text = "Army\n\nAsim Munir spoke in Oruba. Later Munir left the town.\n"
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    (tmp_path / "entities.yaml").write_text("- {name: Munir, kind: person}\n", encoding="utf-8")
    found = json.loads(run("entities", str(tmp_path), "--json").out)
    assert [len(entity["mentions"]) for entity in found if entity["name"] == "Munir"] == [2]
