"""What helps people to learn: the guide, the practice posts, the first steps."""
