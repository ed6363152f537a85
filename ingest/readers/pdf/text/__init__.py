"""Characters to words, words to lines, lines to paragraphs, and the empty strips between columns."""
