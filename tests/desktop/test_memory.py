"""A crash leaves no copy of this process behind: the system writes no core dump of it."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import os, resource, sys
from pathlib import Path
from desktop.memory import keep_out_of_dumps
keep_out_of_dumps()
assert resource.getrlimit(resource.RLIMIT_CORE)[0] == 0
keep_out_of_dumps()
print("ready", flush=True)
os.abort()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows decides about dumps by policy")
def test_a_process_that_is_killed_leaves_no_core(tmp_path: Path, root: Path) -> None:
    raise_limit = (
        f"import resource; resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2)\n{SCRIPT}"
    )
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(root)!r})\n{raise_limit}"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout == "ready\n", done.stderr
    assert done.returncode < 0
    assert list(tmp_path.iterdir()) == []
