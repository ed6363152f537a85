"""Measures how fast and how truly PDFs are read."""
