"""Tables drawn with some of their rules only: the rest is told by where the words stand."""
