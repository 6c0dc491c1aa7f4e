"""Code that raises what the rows of the tables are about: a module a file, a function a row, named as the row is."""
