"""`scorer rules …` and what else people who edit rules ask for."""
