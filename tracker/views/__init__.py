"""One folder per page, named as its address: frames and words in, a view out."""
