"""Things to consider, as cards: which there are, in what order, how they look, what may be done with them."""
