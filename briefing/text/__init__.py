"""What several rooms need of strings: strict YAML, folding, safe output, widths, translation."""
