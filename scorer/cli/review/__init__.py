"""`scorer review …`: reviewers decide, exchange spreadsheets, agree."""
