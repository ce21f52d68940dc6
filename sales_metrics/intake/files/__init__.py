"""From the bytes of any file to sheets of plain text; callers need `reading`, which parses in another process."""
