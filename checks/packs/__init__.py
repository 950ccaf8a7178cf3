"""Packs: folders of rules and word lists for everybody, a country or an organisation."""
