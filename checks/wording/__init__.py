"""How a post and its occasion become the numbers that the wording model reads."""
