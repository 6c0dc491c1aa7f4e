"""Never finishes loading, and says something first."""

print("so far so good")
while True:
    pass
