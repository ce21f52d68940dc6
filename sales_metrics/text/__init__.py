"""Words, numbers and dates as people read them, in three languages."""
