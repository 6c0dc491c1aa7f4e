"""`python -m flaxdrills` is `flaxdrills`."""

from flaxdrills.cli import main

if __name__ == "__main__":
    main()
