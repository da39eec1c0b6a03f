"""Many reports: `scorer batch`, `rank`, `compare` and `copies`."""
