"""The place above the draft for a message that it answers, and the openings that are offered for the reply."""
