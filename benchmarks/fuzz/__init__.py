"""Reading documents changed at random, to find what breaks a reader: the seeds, the changes, and the runs."""
