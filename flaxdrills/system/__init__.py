"""What is known of this machine and this user: settings, paths, files, signals, the terminal."""
