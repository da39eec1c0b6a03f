"""What users install is under permissive licences, and the page lists all of it."""

import pytest

from tests.distribution import licences

PROGRAM = sorted(licences.installed(["all"]))


@pytest.mark.parametrize("name", PROGRAM)
def test_every_licence_is_permissive_and_listed(name: str) -> None:
    own = licences.licence(name)
    assert licences.is_permissive(own), f"{name}: {own}"
    users = licences.PAGE.read_text("utf-8").partition("## For development only")[0]
    assert f"| {name} | {own} |" in users, f"{name} is not listed so: make licences"


def test_the_tools_of_developers_are_listed_apart() -> None:
    listed = licences.PAGE.read_text("utf-8").partition("## For development only")[2]
    tools = licences.installed(["all", "dev"]) - set(PROGRAM)
    assert {"pytest", "mypy", "hypothesis"} <= tools
    assert not [name for name in tools if f"| {name} | {licences.licence(name)} |" not in listed]


@pytest.mark.parametrize(
    ("expression", "permissive"),
    [
        ("MIT", True),
        ("MIT AND PSF-2.0", True),
        ("GPL-3.0-only OR MIT", True),
        ("MIT AND GPL-3.0-only", False),
        ("AGPL-3.0-or-later", False),
        ("MPL-2.0", False),
        ("", False),
    ],
)
def test_what_is_permissive(expression: str, permissive: bool) -> None:
    assert licences.is_permissive(expression) is permissive
