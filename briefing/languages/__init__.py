"""The words of the languages that articles are written in: one file a language.

Rules of analysis, parsing and exchange hold no word of any language; they ask for the words they
mean by name. A new language is one more file with the same keys.
"""
