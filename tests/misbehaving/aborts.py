"""Calls abort."""

import os

os.abort()
