"""The room in which a person sees what is set, by whom, and changes what is theirs; every change holds at once."""
