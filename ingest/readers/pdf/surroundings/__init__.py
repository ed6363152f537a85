"""What stands about a table and is no row of it: headers, footers, headings and titles said again."""
