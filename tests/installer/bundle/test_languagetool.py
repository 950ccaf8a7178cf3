"""LanguageTool is shipped without clients for other servers, and with jars that Java's archive of classes takes."""

import zipfile
from pathlib import Path

import pytest

from checks.model import LayerState
from desktop.languagetool.home import Installation, find_java
from desktop.languagetool.proofreader import LanguageTool
from installer.bundle.languagetool import ARCHIVE, CLASSES, classes_of, is_shipped, make_folder, without_class_path, write_archive


def test_a_line_of_the_manifest_goes_and_all_else_stays(tmp_path: Path) -> None:
    jar = tmp_path / "some.jar"
    with zipfile.ZipFile(jar, "w") as written:
        written.writestr(
            "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\nClass-Path: ./ libs/a.j\r\n ar libs/b.jar\r\nBuilt-By: x\r\n"
        )
        written.writestr("A.class", b"\xca\xfe")

    without_class_path(jar)

    with zipfile.ZipFile(jar) as read:
        assert read.read("META-INF/MANIFEST.MF") == b"Manifest-Version: 1.0\r\nBuilt-By: x\r\n"
        assert read.read("A.class") == b"\xca\xfe"


def test_a_record_of_classes_is_the_same_whatever_came_first() -> None:
    record = "# comment\njava/lang/String id: 7\n@cp java/lang/String 1 2\n@lambda-proxy a/B run\njava/lang/Object id: 0\n"

    assert classes_of(record) == "@lambda-proxy a/B run\njava/lang/Object\njava/lang/String\n"


def test_no_class_of_a_jar_that_is_left_out_is_in_the_list(root: Path) -> None:
    listed = set(CLASSES.read_text(encoding="utf-8").split())
    jars = [line.split()[1] for line in (root / "installer/languagetool/jars.sha256").read_text(encoding="utf-8").splitlines()]
    left_out = {
        "io/netty/",
        "io/lettuce/",
        "org/mariadb/",
        "reactor/core/",
        "io/grpc/netty/",
        "waffle/",
        "com/sun/jna/",
        "com/nimbusds/",
        "com/google/protobuf/",
        "io/micrometer/",
        "io/vavr/",
    }

    assert 100 < sum(map(is_shipped, jars)) < len(jars)
    assert not [name for name in listed if any(name.startswith(place) for place in left_out)]


@pytest.mark.java
def test_what_is_shipped_finds_what_the_whole_finds(tmp_path: Path, root: Path) -> None:
    java, whole = find_java(), root / "build" / "languagetool" / "LanguageTool-6.8"
    assert java is not None
    shipped = tmp_path / "LanguageTool"
    make_folder(whole, shipped, 1_700_000_000)
    write_archive(java.parents[1], shipped)
    assert (shipped / ARCHIVE).stat().st_size > 1_000_000
    drafts = ("He don't agree.", "Thank you for you're help,we open on Monday.", "This are a apple.", "Nothing here.")

    def found(folder: Path) -> list[list[tuple[str, int, int]]]:
        service = LanguageTool(Installation(java, folder, ""), answer_seconds=60)
        service.start()
        assert service.state is LayerState.OK, service.note
        try:
            return [[(m.rule_id, m.offset, m.error_length) for m in service.matches(draft, "uk")] for draft in drafts]
        finally:
            service.close()

    assert found(shipped) == found(whole)
