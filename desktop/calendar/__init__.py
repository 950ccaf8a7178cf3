"""The calendar room: a file of many drafts, all looked at in one go."""
