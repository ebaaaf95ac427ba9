"""The built-in illustrator: a scene (plain data) becomes a vector drawing, then pixels."""
