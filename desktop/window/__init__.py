"""The window that holds the rooms: the occasion on top, the draft, the cards, and a status line."""
