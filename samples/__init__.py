"""An invented board, its master list and two rounds of returns, with what is expected of them."""
