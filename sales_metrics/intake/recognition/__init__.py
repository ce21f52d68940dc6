"""Which table and which columns headings and values mean."""
