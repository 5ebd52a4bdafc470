"""Events and what a source ties to them."""
