"""What crosses the boundaries between stages: frozen dataclasses of tuples, and nothing else."""
