"""`python -m flaxdrills` is `flaxdrills`."""

from flaxdrills.start import main

if __name__ == "__main__":
    main()
