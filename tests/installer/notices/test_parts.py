"""The bill of materials and the notices name every wheel and every jar that is shipped, with version, licence and hash."""

import json
import re
import sysconfig
from pathlib import Path

import pytest
from packaging.markers import Marker

from installer.bundle.languagetool import LEFT_OUT, is_shipped
from installer.notices import notices, sbom
from installer.notices.parts import JARS, Part, UnknownPartError, hashes_in_report, jars, wheels

LIBRARIES = Path(sysconfig.get_paths()["purelib"])
PIN = re.compile(r"^([a-z0-9-]+)==([^ ;]+)(?: ; ([^\\]+?))? \\\n((?: +--hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE)


@pytest.fixture(scope="module")
def pins(root: Path) -> dict[str, tuple[str, list[str]]]:
    """Return version and hashes of everything that is pinned for this system."""
    found = PIN.findall((root / "requirements" / "run.txt").read_text(encoding="utf-8"))
    here = [(name, version, hashes) for name, version, marker, hashes in found if not marker or Marker(marker).evaluate()]
    return {name: (version, re.findall(r"sha256:(\w+)", hashes)) for name, version, hashes in here}


@pytest.fixture(scope="module")
def shipped(pins: dict[str, tuple[str, list[str]]]) -> list[Part]:
    found = wheels(LIBRARIES, {name: hashes[0] for name, (_, hashes) in pins.items()})
    return found + jars(JARS.read_text(encoding="utf-8"), LEFT_OUT)


def test_every_pinned_wheel_is_listed_as_it_is_pinned(shipped: list[Part], pins: dict[str, tuple[str, list[str]]]) -> None:
    listed = {re.sub(r"[-_.]+", "-", part.name).lower(): part for part in shipped if part.kind == "wheel"}

    assert set(listed) == set(pins)
    assert {name: part.version for name, part in listed.items()} == {name: version for name, (version, _) in pins.items()}
    assert all(part.sha256 in pins[name][1] for name, part in listed.items())


def test_what_only_builds_the_program_is_told_from_what_is_shipped(shipped: list[Part]) -> None:
    ships = {part.name: part.ships for part in shipped}

    assert (ships["hatchling"], ships["editables"]) == (False, False)
    assert (ships["keyring"], ships["jeepney"], ships["cryptography"], ships["onnxruntime"]) == (True, True, True, True)


def test_every_jar_that_is_shipped_is_listed_as_it_was_fetched(shipped: list[Part]) -> None:
    lines = [line.split() for line in JARS.read_text(encoding="utf-8").splitlines()]

    assert [(part.sha256, part.file) for part in shipped if part.kind == "jar"] == [
        (sha256, file) for sha256, file in lines if is_shipped(file)
    ]


def test_a_jar_of_no_known_licence_stops_the_build() -> None:
    with pytest.raises(UnknownPartError, match=r"unheard-of-1\.0\.jar"):
        jars(f"{'0' * 64}  unheard-of-1.0.jar\n")


def test_the_bill_is_cyclonedx_and_the_same_for_the_same_parts(shipped: list[Part]) -> None:
    bill = json.loads(sbom.document(shipped, "0.1.0", 1_700_000_000))

    assert (bill["bomFormat"], bill["specVersion"], bill["version"]) == ("CycloneDX", "1.6", 1)
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", bill["serialNumber"])
    assert bill["metadata"]["timestamp"] == "2023-11-14T22:13:20Z"
    assert len(bill["components"]) == len(shipped) == len({part["bom-ref"] for part in bill["components"]})
    for part in bill["components"]:
        assert part["name"]
        assert part["version"]
        assert re.fullmatch(r"[0-9a-f]{64}", part["hashes"][0]["content"])
        assert len(part["licenses"]) == 1
    assert sbom.document(shipped, "0.1.0", 1_700_000_000) == sbom.document(shipped, "0.1.0", 1_700_000_000)


def test_a_licence_is_an_id_an_expression_or_a_name() -> None:
    parts = [Part("jar", "a", "1", licence, "0" * 64) for licence in ("MIT", "MIT OR Apache-2.0", "LicenseRef-Public-Domain")]

    told = [part["licenses"][0] for part in json.loads(sbom.document(parts, "1", 0))["components"]]

    assert told == [{"license": {"id": "MIT"}}, {"expression": "MIT OR Apache-2.0"}, {"license": {"name": "Public Domain"}}]


def test_pip_says_which_file_it_installed(tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    download = {"archive_info": {"hashes": {"sha256": "ab"}}}
    report.write_text(
        json.dumps({"install": [{"metadata": {"name": "Some_Thing"}, "download_info": download}]}), encoding="utf-8"
    )

    assert hashes_in_report(report) == {"some-thing": "ab"}


@pytest.mark.java
def test_the_notices_name_every_part_and_give_its_terms(shipped: list[Part], root: Path) -> None:
    text = notices.text(shipped, LIBRARIES, root / "build/languagetool/LanguageTool-6.8/libs")

    assert [part.name for part in shipped if part.ships and f"\n{part.name} " not in text] == []
    assert "\nhatchling " not in text
    for words in (
        "GNU LESSER GENERAL PUBLIC LICENSE",
        "Apache License",
        "The Qt Company",
        "PYTHON SOFTWARE FOUNDATION",
        "Classpath",
    ):
        assert words in text
    named = {word for part in shipped if part.ships for word in re.split(r"[()\s]+", part.licence)}
    known = {file.stem for file in (root / "installer/notices/texts").iterdir()}
    without = {word for word in named if word and notices.FILES.get(word, word) not in known}
    # Each of these is one of several to choose from, an exception, or is given in full by its own part.
    assert without <= {"OR", "AND", "WITH", "EPL-1.0", "Classpath-exception-2.0", "LicenseRef-Public-Domain"} | {
        "0BSD", "CNRI-Python", "PSF-2.0", "Zlib",
    }  # fmt: skip
