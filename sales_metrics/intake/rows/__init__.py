"""From mapped columns to typed rows with keys, each accounted for, and a note of everything odd."""
