"""The views of the page, each an answer to an address."""
