"""What the reader's screen is made of: one object a concern, each given what it uses.

No part inherits from another or from the screen. Each turns a key into one call of the sitting and
shows what came of it. Those that the first frame needs are loaded with the screen, the others once
it is there.
"""
