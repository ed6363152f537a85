"""What reading Word documents costs, in time and memory."""
