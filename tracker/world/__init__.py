"""What was known on a day. Adds nothing up."""
