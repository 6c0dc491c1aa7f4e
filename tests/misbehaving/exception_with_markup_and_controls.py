"""Raises something whose name and message would be obeyed by a terminal."""

FAULT = type("[bold red]\x1b[2J\u202eFault[/bold red]", (Exception,), {})


def replace_kernel(seed, x, features, replacement_value):
    raise FAULT("\x1b]0;title\x07 [link=file:///etc/passwd]press[/link] \u202egnp.exe \x9b31m [/] {0} %s")
