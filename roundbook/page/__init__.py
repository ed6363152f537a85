"""The page: the whole of an administrator's work in the browser of this computer, and of no other."""
