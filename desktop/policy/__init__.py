"""What an organisation may settle for its people: one table of policies, read where each system keeps such things."""
