"""Whether what a wrong solution states of a learner's file is so in itself, and is no feature of a right one."""

from __future__ import annotations

from collections.abc import Iterator

from flaxdrills.judging.events import PERHAPS
from flaxdrills.judging.file_facts import CHECKS, FactError, facts_hold, facts_in
from flaxdrills.verify.finding import Finding
from flaxdrills.verify.problem_texts import ProblemTexts


def find_untrue_facts(texts: ProblemTexts) -> Iterator[Finding]:
    """Lines `# fact:` that cannot be read, are not so in their own file, or are all so in the reference."""
    for name, source in texts.wrong.items():
        file = f"wrong/{name}.py"
        if texts.diagnoses[name].startswith(PERHAPS.strip()):
            yield texts.finding(
                file, f"its diagnosis begins with {PERHAPS!r}: that is put there where no fact is stated"
            )
        of_file = [fact for fact in facts_in(source) if fact != CHECKS]
        for fact in of_file:
            try:
                if not facts_hold([fact], source):
                    yield texts.finding(file, f"the fact {fact!r} is not so in this file")
            except FactError as error:
                yield texts.finding(file, str(error))
                return
        if of_file and facts_hold(of_file, texts.solution):
            yield texts.finding(file, "its facts are so in solution.py as well: they tell nobody's mistake")
