"""Find identifiers, secrets and protective markings in a text: one table row a kind, one small file a country.

A row gives the shape with hard bounds, the checksum, the words that must stand near and the level that follows. Nothing is
looked up anywhere: a number is judged by what it looks like and by the words around it.
"""
