"""The command line, called as a shell would and in the same process."""
