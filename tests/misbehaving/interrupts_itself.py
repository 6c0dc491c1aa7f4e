"""A thread raises something in the main one."""

import ctypes
import threading
import time

MAIN = threading.get_ident()


def interrupt():
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(MAIN), ctypes.py_object(KeyboardInterrupt))


def replace_kernel(seed, x, features, replacement_value):
    threading.Timer(0.05, interrupt).start()
    while True:
        time.sleep(0.01)
