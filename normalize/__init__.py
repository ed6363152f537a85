"""The package that turns words as written into the terms of the board, keeping the words beside them."""
