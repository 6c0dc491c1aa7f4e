"""The arguments and options that several commands take."""

from __future__ import annotations

import click

from flaxdrills.problems.catalogue import load_catalogue
from flaxdrills.problems.problem_files import CatalogueError
from flaxdrills.system.paths import content_folder


def known_ids(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """The ids of problems that begin with `incomplete`, for the shell's completion."""
    try:
        catalogue = load_catalogue(content_folder())
    except CatalogueError:
        return []
    return [problem.id for problem in catalogue if problem.id.startswith(incomplete)]


PROBLEM_ID = click.argument("problem_id", metavar="ID", shell_complete=known_ids)
DEVICE = click.option("--device", type=click.Choice(["cpu", "gpu"]), help="Where to compute; the setting otherwise.")
