"""Every row and rule of the contract has a test, and no test names a rule that is not there."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

from tests.api.contract import RULES, markers

ROOT = Path(__file__).resolve().parents[2]


def test_every_rule_has_a_test() -> None:
    covered = markers()
    assert [rule.id for rule in RULES if rule.id not in covered] == []


def test_no_marker_names_an_unknown_rule() -> None:
    known = {rule.id for rule in RULES}
    assert {name: tests for name, tests in markers().items() if name not in known} == {}


def test_each_id_stands_for_one_rule() -> None:
    assert [name for name, count in Counter(rule.id for rule in RULES).items() if count > 1] == []


def test_markers_are_found_wherever_they_stand(tmp_path: Path) -> None:
    (tmp_path / "test_some.py").write_text(
        "import pytest\n"
        "@pytest.mark.contract('one', 'two')\n"
        "def test_a(): ...\n"
        "@pytest.mark.parametrize('n', [pytest.param(1, marks=pytest.mark.contract('one'))])\n"
        "def test_b(n): ...\n"
        "def test_c(): ...\n"
    )
    assert markers(tmp_path) == {
        "one": ["test_some.py::test_a", "test_some.py::test_b"],
        "two": ["test_some.py::test_a"],
    }


def test_the_table_lists_each_rule_with_its_tests() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.api.contract"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    lines = done.stdout.splitlines()
    assert all(any(line.startswith(f"{rule.id} ") for line in lines) for rule in RULES)
    assert any("test_contract.py::" not in line and "::test_" in line for line in lines)
