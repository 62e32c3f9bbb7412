"""What two insatser have in common, so that each tells only what is its own: the application's frame, reports by quarter, the case note."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docx.document import Document as DocxDocument

from samples import paper
from samples.ansokan.application import Answers, Application, Sought
from samples.ansokan.sums import block, budget, row, year
from samples.ansokan.terms import STANDING
from samples.kvartalsrapport.report import QuarterlyReport
from samples.slutrapport.report import Signing
from samples.wording import kronor
from underlag.schemas.ansokan import Ages, Expected, Goal, Lokus
from underlag.schemas.budget import Period as Days
from underlag.schemas.kvartalsrapport import Deltagare, Kvartalsrapport, Period, QuarterBudget, Question
from underlag.schemas.records import Insatstid, Party, Signature
from underlag.schemas.tjansteskrivelse import Tjansteskrivelse

YES, NO = Question(svar=True), Question(svar=False)


@dataclass(frozen=True, slots=True)
class Course:
    """One insats: who drives it and when. `signers` stand in the parties' order, the owner first."""

    stem: str
    association: str
    insats: str
    parties: tuple[Party, ...]
    signers: tuple[str, ...]
    place: str
    start: str
    slut: str

    @property
    def owner(self) -> str:
        """The owner's name."""
        return self.parties[0].organisation or ""

    def signatures(self, day: str) -> tuple[Signature, ...]:
        """Everyone's signature of one day."""
        roles = ("insatsagare", *("samverkanspart",) * (len(self.parties) - 1))
        told = zip(roles, self.parties, self.signers, strict=True)
        return tuple(
            Signature.model_validate(
                {"roll": role, "organisation": party.organisation, "datum": day, "namn": name, "epost": party.epost, "undertecknad": True}
            )
            for role, party, name in told
        )

    def signings(self, day: str, *, without: Sequence[str] = ()) -> tuple[Signing, ...]:
        """The final report's signatures, without those of some parties."""
        every = (signature.model_copy(update={"epost": None}) for signature in self.signatures(day))
        return tuple(Signing(signature, self.place) for signature in every if signature.organisation not in without)

    def application(
        self, name: str, answers: Answers, goals: tuple[Goal, ...], *, people: int, wages: int, rent: int, signed: str
    ) -> Application:
        """An application for `wages` and `rent` (kronor), which the owner draws."""
        time, organisations = Days(start=self.start, slut=self.slut), tuple(party.organisation or "" for party in self.parties)
        drawn = block(
            organisations,
            wages=(row("Coach", {self.owner: wages}, 100, time),),
            premises=(row("Lokalhyra", {self.owner: rent}, None, time),),
        )
        own = block(organisations, wages=(row("Arbetsförmedlare", {organisations[-1]: 60_000}, 10),))
        total = wages + rent
        return Application(
            name=name,
            association=self.association,
            version="Version 2022:1",
            insats=self.insats,
            owners=self.parties[:1],
            partners=self.parties[1:],
            answers=answers,
            goals=goals,
            time=Insatstid(start=self.start, slut=self.slut),
            ages=Ages(fran=18, till=64),
            expected=Expected(totalt=people, text=f"Totalt {people} personer under insatstiden."),
            sought=Sought(f"Totalt söks {kronor(total)} kronor för hela insatstiden. Se bifogad budget.", total),
            lokus=Lokus(diskuterad=True, text="Behandlades i LOKUS den 5 september 2022.", datum=("2022-09-05",)),
            terms=STANDING,
            signatures=self.signatures(signed),
            budget=budget(self.insats, time, "kr", (drawn, own), (year(int(self.start[:4]), wages, rent, None, 0),)),
        )

    def quarterly(self, number: int, called: str, money: QuarterBudget, people: Deltagare, day: str) -> QuarterlyReport:
        """A report without remarks for a quarter; `called`: how it writes the insats's name."""
        signature = self.signatures(day)[0].model_copy(update={"epost": None})
        record = Kvartalsrapport(
            insatsens_namn=called,
            insatsagare=self.owner,
            period=Period(ar=int(self.start[:4]), kvartal=number),
            inlamnad=day,
            start_i_tid=YES,
            i_fas_med_mal=YES,
            prognos_maluppfyllelse=YES,
            vakanser_sof_medel=NO,
            vakanser_egenfinansierade=NO,
            styrgruppsmoten_enligt_avtal=YES,
            ordinarie_representanter_deltagit=YES,
            uppfoljning_enligt_avtal=YES,
            kontroll_metod=YES,
            kontroll_malgrupp=YES,
            jamlikhet=YES,
            jamstalldhet=YES,
            avvikelse_mal=NO,
            avvikelse_malgrupp=NO,
            avvikelse_budget=NO,
            antal_styrgruppsmoten=2,
            budget=money,
            deltagare=people,
            underskrifter=(signature,),
        )
        name = f"{self.stem}-q{number}"
        return QuarterlyReport(name=name, association=self.association, record=record, place=self.place, title="insatsledare")


def case_note(course: Course, note: Tjansteskrivelse) -> DocxDocument:
    """The case note, in the look of a letter."""
    document = paper.new_document("Liberation Serif", 11)
    paper.letterhead(document, course.association, "Tjänsteskrivelse")
    paper.line(document, f"Datum: {note.datum}")
    paper.line(document, f"Dnr: {note.dnr}")
    for heading, size in ((note.rubrik or "", 15), ("Förslag till beslut", 12)):
        paper.line(document, heading, bold=True, size=size)
    paper.line(document, "Kansliet föreslår att styrelsen beslutar")
    paper.items(document, note.forslag_till_beslut)
    for heading, text in (
        ("Ärendet", f"{course.owner} ansöker tillsammans med övriga parter om medel till insatsen."),
        ("Bedömning", note.bedomning or ""),
    ):
        paper.line(document, heading, bold=True)
        paper.write(document, text)
    paper.line(document, "Ylva Stenhammar, förbundschef")
    return document
