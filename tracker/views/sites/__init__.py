"""The list of sites, the maps, the regions."""
