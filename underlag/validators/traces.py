"""What the reader noticed beside the answers: the template's placeholders, what can't be read, labels that the form lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from underlag.schemas.result import Observation
from underlag.validators.rule import Case, Judgment, Record, Rule
from underlag.validators.wording import listed, quoted
from underlag.values.folding import fold

_SHOWN = 8
_SIGNED_ON = re.compile(r"/underskrifter/\d+/datum")


def check_placeholders(case: Case[Record]) -> Iterator[Judgment]:
    """One judgment for each placeholder text, wherever it stands."""
    found: dict[str, list[Observation]] = {}
    for observation in case.observed("placeholder"):
        # A second column with the same heading is told apart as "NAMN (2)"; it is the same placeholder.
        found.setdefault(fold(re.sub(r"\s*\(\d+\)$", "", observation.text)), []).append(observation)
    for several in found.values():
        times = f" på {len(several)} ställen" if len(several) > 1 else ""
        at = tuple(dict.fromkeys(o.at for o in several))
        yield Judgment("broken", at, f"Mallens platshållare {quoted(several[0].text)} står kvar{times}.", None, several[0].text)


def check_legible(case: Case[Record]) -> Iterator[Judgment]:
    for observation in case.observed("illegible"):
        if _SIGNED_ON.fullmatch(observation.at):
            continue  # judged with the signature
        what = f" Där anas {quoted(observation.text)}." if observation.text.strip() else ""
        yield Judgment("undecided", (observation.at,), f"Här står något som inte kan läsas; se efter i originalet.{what}")


def check_labels(case: Case[Record]) -> Iterator[Judgment]:
    unknown = case.observed("unknown_label")
    if unknown:
        names = listed(quoted(o.text) for o in unknown[:_SHOWN])
        more = f" och {len(unknown) - _SHOWN} till" if len(unknown) > _SHOWN else ""
        at = tuple(dict.fromkeys(o.at for o in unknown))
        yield Judgment("broken", at, f"Formuläret har rubriker som inte känns igen: {names}{more}.")


def check_changes(case: Case[Record]) -> Iterator[Judgment]:
    changes = case.observed("tracked_change")
    if changes:
        at = tuple(dict.fromkeys(o.at for o in changes))
        yield Judgment("broken", at, f"Filen innehåller {len(changes)} spårade ändringar; de är lästa som godkända.", None, len(changes))


RULES = (
    Rule(
        id="form.platshallare",
        title="Inga platshållare ur mallen står kvar",
        severity="varning",
        source="Formulärens och budgetmallens ifyllnadstexter, till exempel ”NAMN” och ”<Insatsens namn>”",
        guidance="Skriv det som ska stå där, eller stryk den oanvända raden eller kolumnen.",
        check=check_placeholders,
    ),
    Rule(
        id="form.olasligt",
        title="Allt går att läsa",
        severity="varning",
        source="Handlingen själv",
        guidance="Se efter i originalet.",
        check=check_legible,
    ),
    Rule(
        id="form.okand_rubrik",
        title="Formuläret har bara kända rubriker",
        severity="upplysning",
        source="Formulärens kända utgåvor",
        guidance="Kontrollera att svaren under dem har kommit med; formuläret kan vara en ny utgåva.",
        check=check_labels,
    ),
    Rule(
        id="form.sparade_andringar",
        title="Inga spårade ändringar är kvar",
        severity="upplysning",
        source="Word-filens ändringsspårning",
        guidance="Godkänn eller avvisa ändringarna innan handlingen lämnas in.",
        check=check_changes,
    ),
)
