"""Web pages: the tree of one, which of its elements are the article, and those as Markdown.

`tree` parses and clears, `measure` counts, `finding`, `joining` and `pruning` choose the article,
`blocks` and `inline` write it down, `facts` is what a page says of itself, `words` all that its
reader sees.
"""
