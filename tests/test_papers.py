import re
import shutil
from pathlib import Path

from checks.packs.loading import load_packs
from checks.packs.proving import disproofs

PAPERS = ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "docs")


def papers(root: Path) -> list[Path]:
    return [path for name in PAPERS for path in ([root / name] if name.endswith(".md") else sorted((root / name).rglob("*.md")))]


def test_the_rule_that_contributing_shows_is_a_good_rule(root: Path, tmp_path: Path) -> None:
    shown = re.search(r"```toml\n(.*?)```", (root / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.DOTALL)
    assert shown is not None
    packs = shutil.copytree(root / "resources" / "packs", tmp_path / "packs")
    (packs / "core" / "tone").mkdir(exist_ok=True)
    (packs / "core" / "tone" / "from-contributing.toml").write_text(shown[1], encoding="utf-8")

    loaded = load_packs(packs)
    rule = next((rule for rule in loaded.rules if rule.file.endswith("from-contributing.toml")), None)

    assert rule is not None, loaded.problems
    assert list(disproofs(loaded, [rule])) == []


def lost_links(paper: Path) -> list[str]:
    targets = re.findall(r"\]\(([^)#\s]+)[^)]*\)", paper.read_text(encoding="utf-8"))
    return [f"{paper.name}: {target}" for target in targets if "://" not in target and not (paper.parent / target).exists()]


def test_every_link_within_the_papers_leads_somewhere(root: Path) -> None:
    assert [link for paper in papers(root) for link in lost_links(paper)] == []
