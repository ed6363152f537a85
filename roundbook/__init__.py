"""The application: commands, the batch run, the ledger and the configuration."""
