"""What a reviewer sees of a result: the page, the terminal and the overview. All content is made up."""

from __future__ import annotations

import io
import re
from base64 import b64encode
from itertools import pairwise

import lxml.html
import pytest
from rich.console import Console

from tests.report_building import HOSTILE, PNG, at, broken, one, page, part, read, result, words
from underlag.report.html import places_to_show, render_html
from underlag.report.index import IndexRow, index_row, render_index
from underlag.report.terminal import print_result
from underlag.schemas.ansokan import Ansokan, Goal, Lokus
from underlag.schemas.budget import Budget, CostBlock, CostRow, Detail, OrganisationSums
from underlag.schemas.records import Insatstid, Party, Quantity, Signature
from underlag.schemas.result import Finding, Observation, Place, Problem, Result


def printed(of: Result, width: int = 100) -> str:
    stream = io.StringIO()
    print_result(of, Console(file=stream, width=width, force_terminal=False))
    return stream.getvalue()


@pytest.fixture
def hostile() -> Result:
    record = Ansokan(
        insatsens_namn=HOSTILE,
        insatsagare=(Party(organisation=HOSTILE),),
        syfte=HOSTILE,
        mal=(Goal(text=HOSTILE),),
        budget=Budget(detalj=Detail(rekvireras=CostBlock(lonekostnader=(CostRow(benamning=HOSTILE, belopp={HOSTILE: 1}),)))),
    )
    finding = broken(HOSTILE, "/syfte", message=HOSTILE, expected=HOSTILE, actual={HOSTILE: [HOSTILE]})
    evidence = {"/syfte": read(at(1, text=HOSTILE), method="corrected", note=HOSTILE)}
    seen = Observation(kind="stamp", at=f"/{HOSTILE}", text=HOSTILE)
    return result(
        part(record, finding, evidence=evidence, observations=(seen,)),
        file=HOSTILE,
        problems=(Problem(page=1, rule=HOSTILE, what=HOSTILE),),
    )


def test_hostile_text_is_shown_and_never_run(hostile: Result) -> None:
    html = render_html(hostile, {at(1, text=HOSTILE): PNG}, titles={HOSTILE: HOSTILE})
    tree = lxml.html.document_fromstring(html)
    assert not tree.xpath("//script | //@onclick | //@onerror | //iframe | //object | //link")
    assert "<script>alert('x')</script>" in words(one(tree, "//h1"))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", html)


def test_the_page_asks_no_other_address_for_anything(hostile: Result) -> None:
    tree = page(hostile, {at(1, text=HOSTILE): PNG})
    addresses = tree.xpath("//@href | //@src | //@action")
    assert addresses
    assert all(a.startswith(("#", "data:image/png;base64,")) for a in addresses)
    assert "url(" not in one(tree, "//style").text
    policy = one(tree, "//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def test_the_page_is_well_formed_for_every_reader(hostile: Result) -> None:
    tree = page(hostile)
    assert tree.get("lang") == "sv"
    assert one(tree, "//title").text.startswith("Granskningsunderlag: ")
    levels = [int(h.tag[1]) for h in tree.xpath("//h1 | //h2 | //h3 | //h4")]
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    assert all(th.get("scope") for th in tree.xpath("//th"))
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {a[1:] for a in tree.xpath("//@href")} <= set(ids)


def test_header_says_what_was_read_and_how() -> None:
    trouble = (Problem(page=3, what="Sidan är för otydlig."), Problem(page=None, rule="budget.ar", what="Regeln gick sönder."))
    tree = page(result(part(Ansokan(insatsens_namn="Vägen fram")), reader="pdf-mixed", problems=trouble))
    top = words(one(tree, "//header"))
    for said in ("Ansökan", "Vägen fram", "ansokan.pdf", "Sidor 14", "delvis inskannad", "2030-08-19", "ofullständigt läst"):
        assert said in top
    problems = words(one(tree, "//section[@class='problems']"))
    assert "Sid 3: Sidan är för otydlig." in problems
    assert "budget.ar" in problems


def test_a_finding_stands_beside_its_crop() -> None:
    evidence = {"/insatstid/start": read(at(5, text="Start: 2031-01-01")), "/insatstid/slut": read(at(6, text="Slut: 2030-01-01"))}
    first = broken(expected="2031-06-01", actual="2031-01-01")
    judged = result(part(Ansokan(), first, broken("annan.regel", "/insatstid/slut"), evidence=evidence))
    assert places_to_show(judged) == (at(5, text="Start: 2031-01-01"), at(6, text="Slut: 2030-01-01"))
    tree = page(judged, {at(5, text="Start: 2031-01-01"): PNG}, titles={"tid.ordning": "Tider i rätt ordning"})
    finding = one(tree, "//li[@id='anm-1']")
    image = one(finding, ".//img")
    assert image.get("src") == "data:image/png;base64," + b64encode(PNG).decode()
    assert image.get("alt") == "Utsnitt ur sid 5: Start: 2031-01-01"
    assert "I dokumentet 2031-01-01 Väntat 2031-06-01" in words(finding)
    assert "Insatstid › start" in words(finding)
    assert "Tider i rätt ordning tid.ordning" in words(one(tree, "//h4[contains(., 'tid.ordning')]"))
    without = one(tree, "//li[@id='anm-2']")
    assert not without.xpath(".//img")
    assert words(one(without, ".//blockquote")) == "Slut: 2030-01-01"


def test_amounts_that_disagree_are_kronor() -> None:
    finding = broken("budget.summa", "/budget/detalj/total_kostnad", expected=5350000, actual=5150000)
    shown = words(one(page(result(part(Ansokan(), finding))), "//dl[@class='values']"))
    assert "5 350 000 kr" in shown
    assert "5 150 000 kr" in shown


def test_only_what_a_rule_knows_is_compared() -> None:
    judged = result(part(Ansokan(), broken("a", actual="NAMN"), broken("b", expected=2), broken("c")))
    tree = page(judged)
    assert [words(values) for values in tree.xpath("//dl[@class='values']")] == [
        "I dokumentet NAMN",
        "I dokumentet – saknas i dokumentet Väntat 2",
    ]
    text = printed(judged)
    assert "start; i dokumentet NAMN\n" in text
    assert "start; i dokumentet –, väntat 2\n" in text
    assert "start\n" in text


def test_places_of_a_list_are_those_of_its_first_leaves() -> None:
    evidence = {f"/underskrifter/{n}/namn": read(at(9, 100.0 * n)) for n in range(5)}
    judged = result(part(Ansokan(), broken("skrift", "/underskrifter"), evidence=evidence))
    assert places_to_show(judged) == tuple(at(9, 100.0 * n) for n in range(3))


def test_a_missing_value_points_to_what_stands_nearest() -> None:
    evidence = {"/insatstid/start": read(at(5)), "/syfte": read(at(2))}
    judged = result(part(Ansokan(), broken("saknas", "/insatstid/slut"), broken("saknas", "/malgrupp"), evidence=evidence))
    assert places_to_show(judged) == (at(5),)
    tree = page(judged, {at(5): PNG})
    assert "Närmaste lästa ställe: sid 5" in words(one(tree, "//li[@id='anm-1']//figcaption"))
    assert not tree.xpath("//li[@id='anm-2']//figure")
    assert "nära sid 5: Datumen" in printed(judged)


def test_far_from_a_missing_value_one_place_is_enough() -> None:
    evidence = {f"/budget/detalj/rekvireras/lonekostnader/{n}/summa": read(at(9, 100.0 * n)) for n in range(5)}
    judged = result(part(Ansokan(), broken("saknas", "/budget/detalj/total_kostnad"), evidence=evidence))
    assert places_to_show(judged) == (at(9, 0.0),)


def test_neighbouring_lines_are_one_crop_and_a_place_is_asked_for_once() -> None:
    lines = (at(2, 100.0), at(2, 114.0), at(2, 600.0), at(3, 100.0))
    evidence = {"/syfte": read(*lines), "/insatsens_namn": read(at(2, 114.0))}
    judged = result(part(Ansokan(), broken("a", "/syfte", at=("/syfte", "/insatsens_namn")), broken("b", "/syfte"), evidence=evidence))
    together, apart = places_to_show(judged)
    assert together.bbox == (70.0, 100.0, 400.0, 126.0)
    assert apart == at(2, 600.0)


def test_the_page_stays_of_bounded_size_however_many_findings() -> None:
    evidence = {f"/underskrifter/{n}/namn": read(at(n + 1)) for n in range(300)}
    findings = [broken("skrift", f"/underskrifter/{n}/namn") for n in range(300)] + [broken("samma", "/underskrifter/0/namn")] * 20
    judged = result(part(Ansokan(), *findings, evidence=evidence))
    places = places_to_show(judged)
    assert len(places) == 150
    assert places[0] == at(1)
    assert at(5) in places
    tree = page(judged, {at(1): PNG})
    assert len(tree.xpath("//li[@class='finding']")) == 320
    assert len(tree.xpath("//img")) == 5


def test_cells_of_a_row_are_one_crop() -> None:
    cells = [Place(page=7, bbox=(x, 100.0, x + 40, 112.0), where=None, text=f"cell {x:.0f}") for x in (70.0, 130.0, 300.0)]
    keys = ("benamning", "start", "slut")
    evidence = {f"/budget/detalj/rekvireras/lonekostnader/0/{key}": read(cell) for key, cell in zip(keys, cells, strict=True)}
    judged = result(part(Ansokan(), broken("rad", "/budget/detalj/rekvireras/lonekostnader/0"), evidence=evidence))
    together, apart = places_to_show(judged)
    assert (together.bbox, together.text) == ((70.0, 100.0, 170.0, 112.0), "cell 70 cell 130")
    assert apart == cells[2]


def test_a_placeholder_is_shown_where_it_was_observed() -> None:
    seen = Observation(kind="placeholder", at="/budget/sammanstallning", text="NAMN", places=(at(9, text="NAMN"),))
    evidence = {"/budget/sammanstallning/0/organisation": read(at(8))}
    finding = broken("form.platshallare", "/budget/sammanstallning", actual="NAMN")
    assert places_to_show(result(part(Ansokan(), finding, evidence=evidence, observations=(seen,)))) == (at(9, text="NAMN"),)


def test_what_has_to_be_seen_is_shown_as_it_looks() -> None:
    ink, note = at(3, text="J Lind"), at(2, text="1 Se bilaga")
    written = Observation(kind="handwriting", at="/syfte", text="J Lind", places=(ink,))
    footnote = Observation(kind="footnote", at="", text="Se bilaga", places=(note,))
    judged = result(part(Ansokan(), observations=(written, footnote)))
    assert places_to_show(judged) == (ink,)
    pen, foot = page(judged, {ink: PNG}).xpath("//ul[@class='observations']/li")
    assert words(pen) == "Handskrift: J Lind Syfte, sid 3 sid 3"
    assert pen.xpath(".//img/@alt") == ["Utsnitt ur sid 3: J Lind"]
    assert not foot.xpath(".//img")


def test_a_finding_between_parts_points_into_both() -> None:
    evidence = {"/sokt_belopp": read(at(4))}
    between = Finding(
        rule="lika",
        severity="fel",
        outcome="broken",
        message="Olika.",
        at=("/parts/1/record/sokt_belopp", "/parts/0/record/syfte", "/parts/9/x"),
    )
    judged = result(part(Ansokan(), pages=(1, 3)), part(Ansokan(), pages=(4, 9), evidence=evidence), findings=(between,))
    assert places_to_show(judged) == (at(4),)
    assert "Ansökan, sid 4–9 · Sökt belopp · även Syfte" in words(one(page(judged), "//li[@id='anm-1']"))


@pytest.mark.parametrize(("where", "said"), [("p41", "stycke 41"), ("t3r4c2", "tabell 3, rad 4, kolumn 2"), ("line 112", "rad 112")])
def test_files_without_pages_are_quoted_with_their_place(where: str, said: str) -> None:
    evidence = {"/insatstid/start": read(at(1, text="Start 2031-01-01", where=where), method="docx")}
    judged = result(part(Ansokan(), broken(), evidence=evidence, pages=(1, 1)), reader="docx")
    assert places_to_show(judged) == ()
    figure = one(page(judged), "//figure")
    assert words(one(figure, "./blockquote")) == "Start 2031-01-01"
    assert words(one(figure, "./figcaption")) == said
    assert f"{said}: Datumen" in printed(judged)


def test_findings_come_worst_first_and_the_undecided_are_counted_apart() -> None:
    undecided = broken("c", severity="fel", outcome="undecided", message="Går inte att avgöra.")
    judged = result(part(Ansokan(), undecided, broken("b", severity="varning"), broken("a"), broken("d", severity="upplysning")))
    tree = page(judged)
    assert [words(h)[2:] for h in tree.xpath("//section[@aria-labelledby='anmarkningar']//h3")] == [
        "Fel (1)", "Varningar (1)", "Upplysningar (1)", "Kunde inte avgöras (1)",
    ]  # fmt: skip
    assert words(one(tree, "//ul[@class='counts']")) == "1 Fel 1 Varning 1 Upplysning 1 Kunde inte avgöras"
    assert "31 kontroller höll, 2 gjorde det inte, 1 kunde inte avgöras och 6 gällde inte" in words(one(tree, "//main"))
    text = printed(judged)
    assert text.index("Fel (1)") < text.index("Varningar (1)") < text.index("Kunde inte avgöras (1)")
    assert text.splitlines()[-1] == "1 fel, 1 varning, 1 upplysning, 1 kunde inte avgöras; 31 kontroller höll"


def test_five_of_a_kind_then_the_number_of_the_rest() -> None:
    findings = [broken("budget.rad", f"/budget/per_ar/{n}", message=f"Rad {n} är fel.") for n in range(8)]
    judged = result(part(Ansokan(), *findings, broken("annan")))
    tree = page(judged)
    folded = one(tree, "//details[summary[contains(., 'till')]]")
    assert words(one(folded, "./summary")) == "… och 3 till"
    assert len(folded.xpath(".//li[@class='finding']")) == 3
    assert len(tree.xpath("//li[@class='finding']")) == 9
    text = printed(judged)
    assert "Rad 4 är fel." in text
    assert "Rad 5 är fel." not in text
    assert "… och 3 till [budget.rad]" in text
    assert text.splitlines()[-1].startswith("9 fel, ")


def test_what_the_document_does_not_say_is_shown_as_missing() -> None:
    record = Ansokan(
        underskrifter=(Signature(roll="insatsagare", organisation="Exempelstads kommun"),), lokus=Lokus(text="Ja\nDet togs upp.")
    )
    tree = page(result(part(record)))
    assert words(one(tree, "//h3[@id='d1-malgrupp']/following-sibling::*")) == "– saknas i dokumentet"
    name = one(tree, "//dt[.='Insatsens namn']/following-sibling::dd")
    assert words(name) == "– saknas i dokumentet"
    row = [words(cell) for cell in tree.xpath("//tr[contains(., 'Exempelstads')]/*")]
    assert row == ["Insatsägare", "Exempelstads kommun", *["– saknas i dokumentet"] * 3, "går inte att avgöra"]


def test_the_record_keeps_paragraphs_goals_and_how_it_was_read() -> None:
    number = Quantity(varde=60, enhet="procent", jamforelse="minst", avser="deltagarna")
    record = Ansokan(syfte="Ett.\nTvå.", sokt_belopp=5150000, mal=(Goal(niva="individ", text="Minst 60 procent.", kvantiteter=(number,)),))
    evidence = {"/syfte": read(at(2), confidence=0.5), "/sokt_belopp": read(at(6), method="corrected", note="läst 5 15O 000")}
    tree = page(result(part(record, evidence=evidence)))
    section = one(tree, "//section[h3/@id='d1-syfte']")
    assert [words(p) for p in section.xpath(".//div[@class='prose']/p")] == ["Ett.", "Två."]
    assert "osäkert läst" in words(section)
    assert one(section, "./h3//a").get("href") == "#sida-2"
    assert words(one(tree, "//dt[.='Sökt belopp']/following-sibling::dd")) == "5 150 000 kr rättat: läst 5 15O 000"
    assert words(one(tree, "//ol[@class='listing']")) == "Mål på individnivå Minst 60 procent. Mätetal: minst 60 % av deltagarna"
    assert "Syfte" in words(one(tree, "//div[@id='sida-2']"))


@pytest.mark.parametrize("alone", [True, False])
def test_the_budget_is_a_table_with_a_column_for_each_organisation(alone: bool) -> None:
    rows = (
        CostRow(benamning="Samordnare", tjanst_procent=50, belopp={"Kommunen A": 250000}, summa=375000),
        CostRow(benamning="Coach", belopp={"Regionen": 125000}),
    )
    block = CostBlock(
        lonekostnader=rows,
        summa_lonekostnader=500000,
        totalt=500000,
        summor_per_organisation={"Regionen": OrganisationSums(lonekostnader=125000)},
    )
    budget = Budget(detalj=Detail(rekvireras=block))
    judged = result(part(budget, kind="budget") if alone else part(Ansokan(budget=budget)))
    table = one(page(judged), "//table[caption='Rekvireras']")
    missing = "– saknas i dokumentet"
    assert [[words(cell) for cell in row] for row in table.xpath(".//tr")] == [
        ["Benämning", "Tjänst i procent", "Kommunen A", "Regionen", "Summa"],
        ["Lönekostnader"],
        ["Samordnare", "50 %", "250 000 kr", "", "375 000 kr"],
        ["Coach", missing, "", "125 000 kr", missing],
        ["Summa lönekostnader", "", "", "125 000 kr", "500 000 kr"],
        ["Totalt", "", "", "", "500 000 kr"],
    ]
    assert len(table.xpath(".//td[@class='num']")) == 16


def test_a_document_without_findings_says_so() -> None:
    judged = result(part(Ansokan()))
    assert "Inga anmärkningar" in words(one(page(judged), "//section[@aria-labelledby='anmarkningar']"))
    assert printed(judged).splitlines()[-1] == "0 fel, 0 varningar; 31 kontroller höll"


def test_what_is_found_between_parts_is_counted_with_the_rest() -> None:
    between = broken(at=("/parts/0/record/syfte",))
    told = words(one(page(result(part(Ansokan()), part(Ansokan()), findings=(between,))), "//p[@class='checks']"))
    assert told.startswith("62 kontroller höll, 5 gjorde det inte, 2 kunde inte avgöras")


@pytest.mark.parametrize(
    ("start", "told"),
    [
        ("2029-02-01", "Handlingens dag är 2029-02-01; den bedöms efter det regelverk som gällde 2029-02-01."),
        ("2031-02-01", "Handlingens dag är 2031-02-01; den bedöms efter det regelverk som gällde 2030-08-19."),
        (None, "Handlingen säger inte vilken dag den är från; den bedöms efter det regelverk som gällde 2030-08-19."),
    ],
)
def test_the_page_says_which_day_s_policy_a_document_is_judged_by(start: str | None, told: str) -> None:
    assert told in words(one(page(result(part(Ansokan(insatstid=Insatstid(start=start))))), "//section[@class='record']/p"))


def test_no_two_tables_have_the_same_name_for_those_who_listen() -> None:
    party = Party(organisation="Furudals kommun")
    twice = part(Ansokan(insatsagare=(party,), samverkansparter=(party,)))
    names = page(result(twice, twice)).xpath("//*[@role='region']/@aria-label")
    assert len(names) == len(set(names)) == 4


@pytest.mark.parametrize("width", [30, 80, 200])
def test_hostile_text_can_not_steer_the_terminal(hostile: Result, width: int) -> None:
    text = printed(hostile, width)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", text)
    assert all(len(line) <= width for line in text.splitlines())
    assert "[bold red]fet[/]" in " ".join(text.split())


def test_the_terminal_says_where_and_what_without_colour() -> None:
    evidence = {"/sokt_belopp": read(at(6))}
    judged = result(
        part(Ansokan(insatsens_namn="Vägen fram"), broken("belopp.lika", "/sokt_belopp", expected=2, actual=1500000), evidence=evidence),
        problems=(Problem(page=3, what="Sidan är för otydlig."),),
    )
    assert printed(judged).splitlines() == [
        "ansokan.pdf  (14 sidor, PDF med text)",
        "Ansökan: Vägen fram",
        "Ofullständigt läst: jämför med originalet.",
        "  sid 3: Sidan är för otydlig.",
        "",
        "Fel (1)",
        "  sid 6: Datumen står i fel ordning. [belopp.lika]",
        "    Sökt belopp; i dokumentet 1 500 000 kr, väntat 2 kr",
        "",
        "1 fel, 0 varningar; 31 kontroller höll (ofullständigt läst)",
    ]


def test_the_overview_links_reports_and_tells_what_could_not_be_read() -> None:
    judged = result(part(Ansokan(insatsens_namn="Vägen <b>fram"), broken()), file="ansökan.pdf")
    rows = [index_row(judged, "ut/ansökan.html"), IndexRow(file="trasig.pdf", error="trasig.pdf: filen är skadad.")]
    tree = lxml.html.document_fromstring(render_index(rows))
    assert tree.get("lang") == "sv"
    assert [words(cell) for cell in one(tree, "//tbody/tr[1]")] == ["ansökan.pdf", "Ansökan", "Vägen <b>fram", "1", "0", "0"]
    assert tree.xpath("//tbody//@href") == ["./ut/ans%C3%B6kan.html"]
    assert "Kunde inte läsas: trasig.pdf: filen är skadad." in words(one(tree, "//tbody/tr[2]"))
    assert "2 filer, varav 1 inte kunde läsas" in words(one(tree, "//header"))


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "//ond.example/x", "https://ond.example/", 'a" onclick="x', "a?b#c", "\udce5.html"]
)
def test_an_overview_link_never_leaves_its_folder(link: str) -> None:
    tree = lxml.html.document_fromstring(render_index([IndexRow(file=link, link=link)]))
    address = one(tree, "//tbody//@href")
    assert re.fullmatch(r"\./[^:?#\"]+", address)
    assert not address.startswith(".//")
