"""Tables known by the document's own tags (ISO 32000-1, 14.8)."""
