"""What usually leads to a known error, and what to look at: tables of causes, and which row fits an error.

A row (`[[cause]]`) has its id, the exception's class (or one that it derives from), where the class alone does not tell
a regular expression that is found in the message, the text, and the problems that teach it.
"""
