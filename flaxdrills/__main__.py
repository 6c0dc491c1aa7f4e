"""Where `flaxdrills`, and `python -m flaxdrills`, begin."""

from flaxdrills.cli import main

if __name__ == "__main__":
    main()
