"""Tools for the people who edit the rules: lint, cases, explain, evaluate."""
