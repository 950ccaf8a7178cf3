"""How the window looks: colours by their meaning, sizes by the font, one style sheet made from both."""
