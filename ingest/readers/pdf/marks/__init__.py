"""What stands on a page, one mark at a time: characters, their letters and colours, paths, links and remarks."""
