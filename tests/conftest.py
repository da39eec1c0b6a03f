"""Shared set-up: tests never touch the user's cache, and no test is a race against the clock."""

import os
import tempfile

from hypothesis import settings

os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="fazhi-test-cache-")
settings.register_profile("plain", deadline=None)
settings.load_profile("plain")
