"""Read it as…: the draft as it stands alone, in the eyes of somebody else."""
