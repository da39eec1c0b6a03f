"""The command line: commands, exit codes, printing, and nothing else."""
