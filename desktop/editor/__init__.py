"""The draft: where it is typed, how long it may be, and where its words stand."""
