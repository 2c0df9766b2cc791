"""Articles and notes in the formats of other programs; `formats` names them all."""
