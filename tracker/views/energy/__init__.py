"""Power and carbon: what a load takes in a year, with the method in sight."""
