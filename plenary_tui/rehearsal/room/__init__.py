"""A simulated room: it speaks, overruns, asks, is late, and has its acts done as an officer does.

Pure: it is given the state and the instant, and says which act it wants done and when.
"""
