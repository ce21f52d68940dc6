"""From numbers to messages: one module per page, each a function of a `Context` that returns finished panels."""
