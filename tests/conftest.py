"""Shared set-up: tests never touch the user's cache, and no test is a race against the clock."""

import os
import tempfile

from hypothesis import Phase, settings

os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="fazhi-test-cache-")
# in CI the examples are the same in every run: a new one is for a developer to find, not for somebody else's change to trip over
settings.register_profile("plain", deadline=None, derandomize="CI" in os.environ)
# for a changed program it is enough that a test fails: neither the smallest example nor a memory of it is wanted
settings.register_profile("mutants", deadline=None, derandomize=True, database=None, phases=(Phase.explicit, Phase.generate))
settings.load_profile("plain")
