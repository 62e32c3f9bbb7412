"""The pack of a meeting: what its page and its Word file tell of matters, room for decisions, findings and questions. All is made up."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import docx
import lxml.html
import pytest
from lxml.html import HtmlElement

from tests.report_building import HOSTILE, broken, part, result, word_text, words
from underlag.errors import UsageError
from underlag.report.au.pack import Mote, pack_of
from underlag.report.au.page import render_page
from underlag.report.au.remarks import RuleWords
from underlag.report.au.word import render_word
from underlag.report.word import SHIPPED
from underlag.schemas.ansokan import Ansokan, Expected
from underlag.schemas.budget import Budget, Period, Sums
from underlag.schemas.ekonomisk_information import AmountRow, EkonomiskInformation
from underlag.schemas.kallelse import Kallelse
from underlag.schemas.records import Insatstid, Party
from underlag.schemas.result import Checks, Part, Problem, Result
from underlag.schemas.tjansteskrivelse import Tjansteskrivelse

DAY = date(2031, 8, 19)
RULES = {"tid.ordning": RuleWords("Datumen står i ordning", "Rätta datumen."), "mal.tal": RuleWords("Målen går att mäta", "Skriv ett tal.")}

APPLICATION = Ansokan(
    insatsens_namn="Gläntan",
    insatsagare=(Party(organisation="Furudals kommun", kontaktperson="Maj Lind", epost="maj.lind@furudal.example"),),
    insatstid=Insatstid(start="2032-01-01", slut="2033-12-31"),
    sokt_belopp=1_200_000,
    forvantat_antal_deltagare=Expected(totalt=48),
)
NOTE = Tjansteskrivelse(insats="Gläntan", dnr="FU 2031:7", period=Period(start="2032-01-01", slut="2032-12-31"), maxbelopp=600_000)
ACCOUNT = EkonomiskInformation(
    per_datum="2031-06-30",
    kolumner=("Prognos 2031", "Budget 2032", "Bokslut 2030"),
    rader=(AmountRow(rubrik="Gläntan", belopp=(100, 100, None)), AmountRow(rubrik="Gläntan (Furudal)", belopp=(None, 600, None))),
    beslutsutrymme_fore=(900, 2400, None),
    beslutsutrymme_efter=(900, 1800, None),
)
UNDECIDED = broken("mal.tal", "/mal/0", severity="varning", outcome="undecided", message="Målet är svårläst.")


def clean(record: Any, kind: Any = "ansokan", **more: Any) -> Part:
    return part(record, kind=kind, checks=Checks(holds=31), **more)


def pack(*results: Result, unread: Sequence[str] = ()) -> Mote:
    return pack_of(results, DAY, RULES, unread=unread)


def page(mote: Mote) -> HtmlElement:
    return lxml.html.document_fromstring(render_page(mote))


def row_of(mote: Mote, name: str) -> list[str]:
    (row,) = page(mote).xpath(f"//table[@class='summary']//tr[th/a[.='{name}']]")
    return [words(cell) for cell in row]


def test_the_summary_tells_what_is_sought_proposed_and_reached() -> None:
    mote = pack(result(clean(APPLICATION)), result(clean(NOTE, "tjansteskrivelse"), file="skrivelse.docx"))
    assert row_of(mote, "Gläntan") == [
        "1", "Gläntan Furudals kommun", "1 200 000 kr", "600 000 kr", "48", "25 000 kr", "Grön 62 kontroller höll, inget att anmärka.",
    ]  # fmt: skip


def test_what_no_paper_tells_is_said_not_to_be_told() -> None:
    mote = pack(result(clean(Ansokan(insatsens_namn="Gläntan"))))
    row = row_of(mote, "Gläntan")
    assert row[1:6] == ["Gläntan framgår inte", "framgår inte", "–", "framgår inte", "framgår inte"]
    assert [fraga.text for fraga in mote.arenden[0].fragor] == [
        "Ange vem som är insatsägare.",
        "Ange när insatsen börjar och slutar.",
        "Ange hur mycket som söks från förbundet.",
        "Ange hur många deltagare insatsen räknar med totalt.",
    ]


@pytest.mark.parametrize(
    ("part_", "problems", "colour", "reason"),
    [
        (part(APPLICATION, broken(), UNDECIDED), (), "Röd", "1 fel, 1 punkt kunde inte avgöras. Håller inte: Datumen står i ordning."),
        (part(APPLICATION, UNDECIDED), (), "Gul", "1 punkt kunde inte avgöras."),
        (part(APPLICATION, broken(severity="upplysning")), (), "Grön", "31 kontroller höll, 1 upplysning."),
        (clean(APPLICATION), (Problem(page=2, what="Sidan kan inte läsas."),), "Gul", "Ansokan.pdf är ofullständigt läst."),
        (part(APPLICATION, checks=Checks()), (), "Gul", "Inga kontroller gällde handlingen."),
    ],
)
def test_a_light_gives_its_reason_in_words(part_: Part, problems: tuple[Problem, ...], colour: str, reason: str) -> None:
    (arende,) = pack(result(part_, problems=problems)).arenden
    assert (arende.ljus.ord, arende.ljus.skal) == (colour, reason)


def test_a_proposal_without_an_application_is_a_matter_to_look_at() -> None:
    (arende,) = pack(result(clean(NOTE, "tjansteskrivelse"))).arenden
    assert (arende.ljus.ord, arende.tak, arende.fragor) == ("Gul", "600\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}kr", ())


def test_a_budget_that_came_beside_its_application_tells_what_is_sought() -> None:
    budget = Budget(insatsens_namn="Gläntan", sammanstallning_summa=Sums(rekvireras=960_000))
    application = clean(APPLICATION.model_copy(update={"sokt_belopp": None}))
    wrong = part(budget, broken("mal.tal", "/sammanstallning_summa", message="Summan stämmer inte."), kind="budget")
    mote = pack(result(application), result(wrong, file="budget.docx"))
    assert row_of(mote, "Gläntan")[2:6] == ["960 000 kr", "–", "48", "20 000 kr"]
    assert [fraga.text for fraga in mote.arenden[0].fragor] == ["Skriv ett tal."]
    assert mote.ovriga == ()


def test_a_proposal_that_may_be_about_either_of_two_applications_is_placed_with_neither() -> None:
    one, other = result(clean(APPLICATION)), result(clean(APPLICATION), file="kopia.pdf")
    *_, alone = pack(one, other, result(clean(NOTE, "tjansteskrivelse"), file="skrivelse.docx")).arenden
    assert alone.ljus.skal == "Det är inte säkert vilken ansökan som tjänsteskrivelsen gäller."
    near = result(clean(APPLICATION), clean(NOTE, "tjansteskrivelse"), file="paket.pdf")
    assert [arende.tak for arende in pack(one, near).arenden] == ["–", alone.tak]


def test_the_room_is_shown_before_and_after_with_the_rows_of_the_matters() -> None:
    mote = pack(result(clean(APPLICATION)), result(clean(ACCOUNT, "ekonomisk_information"), file="ekonomi.pdf"))
    tree = page(mote)
    (table,) = tree.xpath("//div[@class='room']//table")
    assert [[words(cell) for cell in row] for row in table.xpath(".//tr")] == [
        ["tkr", "Prognos 2031", "Budget 2032"],
        ["Före föreslagna ansökningar", "900", "2400"],
        ["Gläntan", "–", "600"],
        ["Efter föreslagna ansökningar", "900", "1800"],
    ]
    (picture,) = tree.xpath("//div[@class='room']//img")
    assert picture.get("alt") == "Beslutsutrymme i tusental kronor. Prognos 2031: före 900, efter 900; Budget 2032: före 2400, efter 1800."
    assert "Budget 2032: före 2400, efter 1800" in docx.Document(io.BytesIO(render_word(mote, None))).element.xml


def test_without_an_account_the_pack_says_so() -> None:
    assert "så påverkan på beslutsutrymmet framgår inte" in words(page(pack(result(clean(APPLICATION)))))


def test_findings_come_in_order_of_weight_and_five_of_a_kind_at_most() -> None:
    many = [broken("mal.tal", f"/mal/{n}", severity="varning", message=f"Mål {n} har inget tal. Skriv ett tal.") for n in range(12)]
    (arende,) = pack(result(part(APPLICATION, *many, broken(message="Slutet är före starten. Rätta datumen.")))).arenden
    assert [(grupp.rubrik, grupp.antal) for grupp in arende.grupper] == [("Fel", 1), ("Varningar", 12)]
    *_, last, rest = arende.grupper[1].anmarkningar
    assert (last.text, rest.text) == ("Mål 4 har inget tal.", "… och 7 till av samma slag: Målen går att mäta")
    assert [(fraga.text, fraga.anmarkningar) for fraga in arende.fragor] == [
        ("Rätta datumen.", "anmärkning 1"),
        ("Skriv ett tal.", "anmärkning 2, 3, 4, 5 och 6 med flera"),
    ]


def test_only_what_is_broken_in_the_application_is_asked_of_the_applicant() -> None:
    between = broken("mal.tal", at=("/parts/1/record/maxbelopp", "/parts/0/record/sokt_belopp"))
    packet = result(clean(APPLICATION), clean(NOTE, "tjansteskrivelse"), findings=(between,))
    (arende,) = pack(packet).arenden
    assert [grupp.antal for grupp in arende.grupper] == [1]
    assert arende.fragor == ()


def test_other_papers_are_told_of_once() -> None:
    notice = Kallelse(organ="Styrelsen", datum="2031-09-02")
    mote = pack(result(part(notice, broken("mal.tal", "/datum"), kind="kallelse"), clean(APPLICATION)), unread=("bild.pdf: låst",))
    assert [handling.namn for handling in mote.ovriga] == ["Kallelse: Styrelsen (ansokan.pdf, sid 1–14)"]
    told = words(page(mote).get_element_by_id("problem").getparent())
    assert told == "Att veta om handlingarna Kunde inte läsas: bild.pdf: låst ansokan.pdf: kallelsen gäller ett möte 2031-09-02."


def test_two_applications_about_one_insats_are_pointed_out() -> None:
    mote = pack(result(clean(APPLICATION)), result(clean(APPLICATION), file="kopia.pdf"))
    assert mote.anmarkningar == ("Ärende 1 och 2 är två ansökningar om samma insats: Gläntan.",)


def test_hostile_text_is_text_in_the_page_and_in_word() -> None:
    name = HOSTILE + " {{ 7*7 }} {% for %} $\\frac$"
    account = ACCOUNT.model_copy(update={"kolumner": (name, name, name)})
    application = Ansokan(insatsens_namn=name, insatsagare=(Party(organisation=name),), syfte=name)
    mote = pack(result(part(application, broken(name, "/syfte", message=name)), clean(account, "ekonomisk_information"), file=name))
    tree = page(mote)
    assert not tree.xpath("//script | //@onclick | //iframe | //link")
    assert all(address.startswith(("#", "data:image/svg+xml;base64,")) for address in tree.xpath("//@href | //@src"))
    text = word_text(render_word(mote, None))
    assert "<script>alert('x')</script>" in text
    assert "{{ 7*7 }}" in text
    assert "\x1b" not in text


def test_word_tells_the_same_as_the_page() -> None:
    mote = pack(result(part(APPLICATION, broken(message="Slutet är före starten. Rätta datumen."))))
    text = word_text(render_word(mote, None))
    for told in ("Mötet den 19 augusti 2031", "Furudals kommun (Maj Lind", "1. Slutet är före", "1. Rätta datumen. (anmärkning 1)"):
        assert told in text


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """A folder for templates of the office's own."""
    folder = tmp_path / "mallar"
    folder.mkdir()
    return folder


def test_the_office_may_have_a_template_of_its_own(templates: Path) -> None:
    own = docx.Document()
    own.add_paragraph("Furudals förbund: {{ mote.arenden[0].namn }}, {{ mote.dag }}")
    own.save(str(templates / "au.docx"))
    assert word_text(render_word(pack(result(clean(APPLICATION))), templates)) == "Furudals förbund: Gläntan, 19 augusti 2031"


@pytest.mark.parametrize("text", ["{{ mote.namn }}", "{% for %}", "{{ mote.__class__.__mro__ }}"])
def test_a_template_that_asks_for_what_there_is_not_is_told_of(templates: Path, text: str) -> None:
    own = docx.Document()
    own.add_paragraph(text)
    own.save(str(templates / "au.docx"))
    with pytest.raises(UsageError, match="mallen kan inte fyllas i"):
        render_word(pack(), templates)


@pytest.mark.parametrize("data", [b"", b"ingen Word-fil", (SHIPPED / "au.docx").read_bytes()[:2000]])
def test_a_template_that_is_no_word_file_is_told_of(templates: Path, data: bytes) -> None:
    (templates / "au.docx").write_bytes(data)
    with pytest.raises(UsageError, match="ingen Word-fil"):
        render_word(pack(), templates)
