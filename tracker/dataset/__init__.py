"""Bytes to typed, checked tables and settings; the schema of both."""
