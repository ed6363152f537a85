"""Return forms: what is sent to the agencies for them to fill in, one Word document each."""
