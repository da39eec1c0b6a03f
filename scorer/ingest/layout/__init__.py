"""Characters with their places on pages -> text: for formats that know where each character stands and nothing else."""
