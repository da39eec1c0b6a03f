"""Results for people and programs: terminal and JSON; nothing is computed here that a verdict depends on."""
