"""The page of sites: what was chosen, the list, the map, the regions and the files."""
