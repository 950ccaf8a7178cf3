"""The shared list of terms on this computer: where it comes from, how it is kept, and how an admin publishes one."""
