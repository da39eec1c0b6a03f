"""Tables of the script: numerals, widths, dates. No knowledge of reports."""
