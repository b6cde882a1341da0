"""The commands of `plenary`, a module each; none is imported before it is called."""
