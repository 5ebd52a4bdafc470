"""Files of settings and texts: read, held against their shapes and against each other."""
