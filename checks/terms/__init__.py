"""The shared list of sensitive terms: reading, matching, and the sealed form in which it travels and rests."""
