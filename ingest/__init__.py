"""The package that reads documents as their senders wrote them: tables, paragraphs and where each stood."""
