"""The President's script: at every moment the words to say next.

What is said is a pure function of the conference and the time; how it is said stands in a file of
phrases, which an office may change.
"""
