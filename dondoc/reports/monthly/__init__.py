"""The month told to the Chairman: what is counted, in which words, on which paper."""
