"""What crosses the boundaries between stages: frozen structs of tuples, and nothing else."""
