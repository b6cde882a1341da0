"""The podium on screen: every key, every word, at every size."""
