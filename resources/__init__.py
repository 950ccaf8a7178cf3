"""Data only: packs of rules and word lists, guide pages, openings, the wording model, icons and translations."""
