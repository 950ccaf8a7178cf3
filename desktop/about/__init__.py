"""The room that says what this program is, how its parts fare, and where it keeps what."""
