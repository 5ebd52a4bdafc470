"""How fast the app is: ratios against its own build of a day ago, and against its peers."""
