"""What a text says, found without an editor: sentences, figures, places, checks, search.

`brief.analyse` is the one door to all of it; the modules are doors to its parts. Importing them is
cheap: Babel, `regex`, number words and the tables are loaded when first needed.
"""
