"""The numbers that a goal itself writes, and those that are none."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from underlag.values.quantities import Quantity, quantities_in


@pytest.mark.parametrize(
    ("goal", "quantities"),
    [
        ("Minst 75 procent av de inskrivna ska vara nöjda med stödet.", [Quantity(75, "procent", "minst", "inskrivna", None, None)]),
        ("Minst 75 % av de inskrivna deltagarna ska vara nöjda.", [Quantity(75, "procent", "minst", "deltagarna", None, None)]),
        ("70 % av deltagarna uppnår en stegförflyttning inom ett år.", [Quantity(70, "procent", "exakt", "deltagarna", None, 365)]),
        (
            "Inom tre månader ska 60 procent av ungdomarna ha en individuell plan.",
            [
                Quantity(60, "procent", "exakt", "ungdomarna", None, 90),
            ],
        ),
        ("Trettio ungdomar per år ska skrivas in.", [Quantity(30, "antal", "exakt", "ungdomar", "ar", None)]),
        (
            "Totalt ska 35 kvinnor och 35 män delta.",
            [
                Quantity(35, "antal", "exakt", "kvinnor", None, None),
                Quantity(35, "antal", "exakt", "män", None, None),
            ],
        ),
        ("Högst 12 deltagare per grupp.", [Quantity(12, "antal", "hogst", "deltagare", None, None)]),
        ("Varje coach har max 20 pågående ärenden.", [Quantity(20, "antal", "hogst", "ärenden", None, None)]),
        ("Upp till tio nyanlända kvinnor erbjuds praktik.", [Quantity(10, "antal", "hogst", "kvinnor", None, None)]),
        (
            "Mellan 30 och 40 personer ska årligen delta.",
            [
                Quantity(30, "antal", "minst", "personer", "ar", None),
                Quantity(40, "antal", "hogst", "personer", "ar", None),
            ],
        ),
        (
            "Cirka 25–30 unga vuxna per år.",
            [
                Quantity(25, "antal", "minst", "vuxna", "ar", None),
                Quantity(30, "antal", "hogst", "vuxna", "ar", None),
            ],
        ),
        (
            "40-60 % av deltagarna går vidare till arbete.",
            [
                Quantity(40, "procent", "minst", "deltagarna", None, None),
                Quantity(60, "procent", "hogst", "deltagarna", None, None),
            ],
        ),
        ("Nätverket ska samlas minst fem gånger per år.", [Quantity(5, "antal", "minst", "gånger", "ar", None)]),
        ("Styrgruppen träffas en gång i kvartalet.", [Quantity(1, "antal", "exakt", "gång", "kvartal", None)]),
        ("Deltagaren får ett enskilt samtal varje vecka.", [Quantity(1, "antal", "exakt", "samtal", "vecka", None)]),
        ("Två gemensamma utbildningsdagar per termin anordnas.", [Quantity(2, "antal", "exakt", "utbildningsdagar", "termin", None)]),
        ("Senast den 31 december 2023 ska 50 personer ha deltagit.", [Quantity(50, "antal", "exakt", "personer", None, None)]),
        ("Under 2022 ska minst 35 personer ha fått stöd.", [Quantity(35, "antal", "minst", "personer", None, None)]),
        ("1. 80 % av deltagarna ska ha en planering.", [Quantity(80, "procent", "exakt", "deltagarna", None, None)]),
        ("2) Minst 10 arbetsgivare ska ta emot praktikanter.", [Quantity(10, "antal", "minst", "arbetsgivare", None, None)]),
        ("Mål 3: Hundra procent av deltagarna erbjuds kartläggning.", [Quantity(100, "procent", "exakt", "deltagarna", None, None)]),
        ("Antalet deltagare ska vara minst 40 per år.", [Quantity(40, "antal", "minst", "deltagare", "ar", None)]),
        (
            "Andelen deltagare som fullföljer kursen ska uppgå till 50 %.",
            [
                Quantity(50, "procent", "exakt", "deltagare", None, None),
            ],
        ),
        ("Sjukskrivningarna ska minska med 10 procent.", [Quantity(10, "procent", "exakt", None, None, None)]),
        (
            "Av 60 deltagare ska 30 gå vidare till studier.",
            [
                Quantity(60, "antal", "exakt", "deltagare", None, None),
                Quantity(30, "antal", "exakt", None, None, None),
            ],
        ),
        ("8 av 10 deltagare upplever förbättrad hälsa.", [Quantity(8, "antal", "exakt", "deltagare", None, None)]),
        (
            "Mer än 65 % av deltagarna ska uppleva ökad livskvalitet vid avslut.",
            [
                Quantity(65, "procent", "minst", "deltagarna", None, None),
            ],
        ),
        ("Inte fler än 15 deltagare samtidigt.", [Quantity(15, "antal", "hogst", "deltagare", None, None)]),
        ("Deltagarna erbjuds minst 10 timmar aktivitet per vecka.", [Quantity(10, "antal", "minst", "timmar", "vecka", None)]),
        ("Deltagarna närvarar tre dagar i veckan.", [Quantity(3, "antal", "exakt", "dagar", "vecka", None)]),
        ("Minst ett nätverksmöte per kvartal.", [Quantity(1, "antal", "minst", "nätverksmöte", "kvartal", None)]),
        ("Minst en gång per månad hålls ett gemensamt möte.", [Quantity(1, "antal", "minst", "gång", "manad", None)]),
        ("En gemensam utbildning genomförs årligen.", [Quantity(1, "antal", "exakt", "utbildning", "ar", None)]),
        ("Årligen genomförs en kompetensdag.", [Quantity(1, "antal", "exakt", "kompetensdag", "ar", None)]),
        ("20 st deltagare/år", [Quantity(20, "antal", "exakt", "deltagare", "ar", None)]),
        (
            "70% kvinnor och 30% män.",
            [
                Quantity(70, "procent", "exakt", "kvinnor", None, None),
                Quantity(30, "procent", "exakt", "män", None, None),
            ],
        ),
        (
            "15 långtidssjukskrivna personer ska påbörja arbetsträning inom sex månader.",
            [
                Quantity(15, "antal", "exakt", "personer", None, 180),
            ],
        ),
        ("Minst 20 långtidsarbetslösa ska påbörja praktik.", [Quantity(20, "antal", "minst", "långtidsarbetslösa", None, None)]),
        (
            "90 % av deltagarna ska ha en plan inom 4 veckor och 30 % ska vara i arbete inom 12 månader.",
            [
                Quantity(90, "procent", "exakt", "deltagarna", None, 28),
                Quantity(30, "procent", "exakt", None, None, 360),
            ],
        ),
        ("Insatsen vänder sig till 100 unika individer under projekttiden.", [Quantity(100, "antal", "exakt", "individer", None, None)]),
        ("Minst fem nya arbetsgivare per halvår ska kontaktas.", [Quantity(5, "antal", "minst", "arbetsgivare", None, None)]),
        ("Insatsen ska ta emot 10 nya deltagare i månaden.", [Quantity(10, "antal", "exakt", "deltagare", "manad", None)]),
        ("Varje år ska 50 personer få samordnat stöd.", [Quantity(50, "antal", "exakt", "personer", "ar", None)]),
        ("100 % av kommunens ungdomar utan sysselsättning ska kontaktas.", [Quantity(100, "procent", "exakt", "ungdomar", None, None)]),
        (
            "75 % av deltagarnas handläggare anser att samverkan förbättrats.",
            [
                Quantity(75, "procent", "exakt", "handläggare", None, None),
            ],
        ),
        ("Nöjdheten ska inte understiga 80 %.", [Quantity(80, "procent", "minst", None, None, None)]),
        ("Minst 1 000 besök på webbplatsen per år.", [Quantity(1000, "antal", "minst", "besök", "ar", None)]),
        ("80 procent eller fler av deltagarna är nöjda.", [Quantity(80, "procent", "minst", "deltagarna", None, None)]),
        ("Minst 50 (femtio) deltagare.", [Quantity(50, "antal", "minst", "deltagare", None, None)]),
        ("minst\n20 deltagare ska fa stod per ar", [Quantity(20, "antal", "minst", "deltagare", "ar", None)]),
        ("Tva ganger per ar traffas natverket", [Quantity(2, "antal", "exakt", "ganger", "ar", None)]),
        (
            "Minst 30 % ska gå till arbete och minst 20 % till studier.",
            [
                Quantity(30, "procent", "minst", None, None, None),
                Quantity(20, "procent", "minst", None, None, None),
            ],
        ),
        (
            "Under insatstiden ska 24 personer delta, varav 12 kvinnor.",
            [
                Quantity(24, "antal", "exakt", "personer", None, None),
                Quantity(12, "antal", "exakt", "kvinnor", None, None),
            ],
        ),
        (
            "Två till tre gruppträffar per vecka.",
            [
                Quantity(2, "antal", "minst", "gruppträffar", "vecka", None),
                Quantity(3, "antal", "hogst", "gruppträffar", "vecka", None),
            ],
        ),
        (
            "Två-tre gånger i veckan träffar deltagaren sin coach.",
            [
                Quantity(2, "antal", "minst", "gånger", "vecka", None),
                Quantity(3, "antal", "hogst", "gånger", "vecka", None),
            ],
        ),
        ("Minst 12 korta och intensiva kurser hålls.", [Quantity(12, "antal", "minst", "kurser", None, None)]),
        (
            "Deltagarnas skattade hälsa ska öka från 40 till 60 procent.",
            [
                Quantity(40, "antal", "exakt", None, None, None),
                Quantity(60, "procent", "exakt", None, None, None),
            ],
        ),
        (
            "3 informationsträffar för arbetsgivare ska genomföras inom det första året.",
            [
                Quantity(3, "antal", "exakt", "informationsträffar", None, None),
            ],
        ),
        ("80 % av dem som avslutar insatsen ska vara närmare arbete.", [Quantity(80, "procent", "exakt", None, None, None)]),
        ("80 % av de som deltar i insatsen.", [Quantity(80, "procent", "exakt", None, None, None)]),
        ("Femtio procent av kvinnorna och männen ska gå till arbete.", [Quantity(50, "procent", "exakt", "kvinnorna", None, None)]),
        ("I snitt 15 deltagare samtidigt.", [Quantity(15, "antal", "exakt", "deltagare", None, None)]),
        ("Minst två (2) medarbetare utbildas i metoden.", [Quantity(2, "antal", "minst", "medarbetare", None, None)]),
        ("Minst 3 av 4 deltagare", [Quantity(3, "antal", "minst", "deltagare", None, None)]),
        (
            "Insatsen ska nå 200 individer, 100 kvinnor och 100 män, under 3 år.",
            [
                Quantity(200, "antal", "exakt", "individer", None, None),
                Quantity(100, "antal", "exakt", "kvinnor", None, None),
                Quantity(100, "antal", "exakt", "män", None, None),
            ],
        ),
        ("85 procents måluppfyllelse", [Quantity(85, "procent", "exakt", "måluppfyllelse", None, None)]),
        ("Minst 70 % nöjda deltagare.", [Quantity(70, "procent", "minst", "deltagare", None, None)]),
        ("Minst 70 % av arbetsgivarna rekommenderar insatsen.", [Quantity(70, "procent", "minst", "arbetsgivarna", None, None)]),
        ("Tolv deltagare per år slutför programmet.", [Quantity(12, "antal", "exakt", "deltagare", "ar", None)]),
        ("Minst 60 procent av målgruppen deltar.", [Quantity(60, "procent", "minst", "målgruppen", None, None)]),
        ("Ett inspirationsseminarium per år.", [Quantity(1, "antal", "exakt", "inspirationsseminarium", "ar", None)]),
        ("Att 70 % av individerna inom 12 månader är i arbete.", [Quantity(70, "procent", "exakt", "individerna", None, 360)]),
        ("Arbetsgruppen har 2 möten/månad.", [Quantity(2, "antal", "exakt", "möten", "manad", None)]),
        ("Erbjuda 6 platser med löpande intag.", [Quantity(6, "antal", "exakt", "platser", None, None)]),
        (
            "Varje deltagare erbjuds två samtal i veckan med en coach under 12 veckor.",
            [
                Quantity(2, "antal", "exakt", "samtal", "vecka", None),
            ],
        ),
        ("Minst 80 deltagare, varav minst hälften kvinnor, per år.", [Quantity(80, "antal", "minst", "deltagare", "ar", None)]),
        ("Varje vecka hålls ett gemensamt teammöte.", [Quantity(1, "antal", "exakt", "teammöte", "vecka", None)]),
        ("Teamet ska genomföra två workshops för chefer, en per termin.", [Quantity(2, "antal", "exakt", "workshops", None, None)]),
        (
            "95 % av deltagarna ska ha erbjudits ett första möte inom två veckor.",
            [
                Quantity(95, "procent", "exakt", "deltagarna", None, 14),
            ],
        ),
        (
            "Av de som avslutas ska minst 45 % gå till arbete, utbildning eller annan sysselsättning.",
            [
                Quantity(45, "procent", "minst", None, None, None),
            ],
        ),
        ("Minst sex av tio deltagare ska vara nöjda", [Quantity(6, "antal", "minst", "deltagare", None, None)]),
        ("Antal deltagare per år: 60", [Quantity(60, "antal", "exakt", "deltagare", "ar", None)]),
        ("Antal deltagare: 60 per år", [Quantity(60, "antal", "exakt", "deltagare", "ar", None)]),
        ("Minst 40 aktualiserade ungdomar mellan 16 och 24 år.", [Quantity(40, "antal", "minst", "ungdomar", None, None)]),
        (
            "Ungdomar 16-24 år som varken studerar eller arbetar: minst 50 kontaktas årligen.",
            [
                Quantity(50, "antal", "minst", None, "ar", None),
            ],
        ),
        ("Insatsen ska under perioden 2022-2024 omfatta 90 deltagare.", [Quantity(90, "antal", "exakt", "deltagare", None, None)]),
        ("Senast i juni 2023 ska 20 arbetsgivare ha anslutit sig.", [Quantity(20, "antal", "exakt", "arbetsgivare", None, None)]),
        ("Senast 1/6 2023 ska 20 arbetsgivare ha anslutit sig.", [Quantity(20, "antal", "exakt", "arbetsgivare", None, None)]),
        ("År 2 ska 30 deltagare ha påbörjat insatsen.", [Quantity(30, "antal", "exakt", "deltagare", None, None)]),
        (
            "100% av deltagarna ska ha en aktuell planering senast 30 dagar efter inskrivning.",
            [
                Quantity(100, "procent", "exakt", "deltagarna", None, None),
            ],
        ),
        ("Minst 2 personer från varje myndighet deltar.", [Quantity(2, "antal", "minst", "personer", None, None)]),
        ("Arbeta utifrån minst tre evidensbaserade metoder.", [Quantity(3, "antal", "minst", "metoder", None, None)]),
        ("Minst en person från varje part deltar i nätverket.", [Quantity(1, "antal", "minst", "person", None, None)]),
        ("Minst en deltagare per månad går ut i arbete.", [Quantity(1, "antal", "minst", "deltagare", "manad", None)]),
        ("Fler än hundra ungdomar nås.", [Quantity(100, "antal", "minst", "ungdomar", None, None)]),
        ("Färre än 10 % avbryter insatsen i förtid.", [Quantity(10, "procent", "hogst", None, None, None)]),
        ("Avhoppen ska understiga 10 procent.", [Quantity(10, "procent", "hogst", None, None, None)]),
        ("Minst 25 deltagare skall ha skrivits in under det första året", [Quantity(25, "antal", "minst", "deltagare", None, None)]),
        ("Insatsen har kapacitet för 16 deltagare åt gången.", [Quantity(16, "antal", "exakt", "deltagare", None, None)]),
        ("10 företag tecknar avtal om praktikplatser.", [Quantity(10, "antal", "exakt", "företag", None, None)]),
        ("Femton procent fler ungdomar fullföljer gymnasiet.", [Quantity(15, "procent", "exakt", "ungdomar", None, None)]),
        ("Antalet sjukskrivna ska minska med 5 % per år.", [Quantity(5, "procent", "exakt", "sjukskrivna", "ar", None)]),
        (
            "Minst 65 % ska uppleva ökad egenmakt enligt självskattning (skala 1-10).",
            [
                Quantity(65, "procent", "minst", None, None, None),
            ],
        ),
        ("SE-metodens 5 steg ska användas.", [Quantity(5, "antal", "exakt", "steg", None, None)]),
        ("Inom ramen för insatsen ska 3 digitala utbildningar tas fram.", [Quantity(3, "antal", "exakt", "utbildningar", None, None)]),
        ("Tre gånger per år sker avstämning med samtliga parter.", [Quantity(3, "antal", "exakt", "gånger", "ar", None)]),
        ("Avstämning sker fyra ggr/år.", [Quantity(4, "antal", "exakt", "ggr", "ar", None)]),
        ("Max 15 deltagare per handledare.", [Quantity(15, "antal", "hogst", "deltagare", None, None)]),
        ("50 st unika individer.", [Quantity(50, "antal", "exakt", "individer", None, None)]),
        ("Minst 50 stycken ska delta.", [Quantity(50, "antal", "minst", None, None, None)]),
        (
            "Under 2023 ska minst 40 deltagare ha tagit del av insatsen, varav minst 60 % kvinnor.",
            [
                Quantity(40, "antal", "minst", "deltagare", None, None),
                Quantity(60, "procent", "minst", "kvinnor", None, None),
            ],
        ),
        (
            "30 % av deltagarna har arbete eller studerar på minst halvtid sex månader efter avslut.",
            [
                Quantity(30, "procent", "exakt", "deltagarna", None, None),
            ],
        ),
        (
            "60 % av deltagarna ska inom tolv månader ha minskat sitt behov av försörjningsstöd",
            [
                Quantity(60, "procent", "exakt", "deltagarna", None, 360),
            ],
        ),
        (
            "Minst 10 medarbetare ska utbildas i MI (motiverande samtal) under 2022.",
            [
                Quantity(10, "antal", "minst", "medarbetare", None, None),
            ],
        ),
        ("Minst 10 utbildade medarbetare i varje kommun.", [Quantity(10, "antal", "minst", "medarbetare", None, None)]),
        ("Nå ut till 5 000 invånare via kampanjen.", [Quantity(5000, "antal", "exakt", "invånare", None, None)]),
        ("Minst 4 av parternas chefer deltar", [Quantity(4, "antal", "minst", "chefer", None, None)]),
        ("25 deltagare/termin", [Quantity(25, "antal", "exakt", "deltagare", "termin", None)]),
        (
            "Att minst 75% av föräldrarna och 50% av barnen deltar i gruppverksamheten.",
            [
                Quantity(75, "procent", "minst", "föräldrarna", None, None),
                Quantity(50, "procent", "exakt", "barnen", None, None),
            ],
        ),
        (
            "Minst tjugofem kvinnor med utländsk bakgrund ska inom 18 månader ha praktik.",
            [
                Quantity(25, "antal", "minst", "kvinnor", None, 540),
            ],
        ),
        ("0 avhopp.", [Quantity(0, "antal", "exakt", "avhopp", None, None)]),
        ("Minst 30 av 40 deltagare", [Quantity(30, "antal", "minst", "deltagare", None, None)]),
        ("Ge stöd till 20 familjer med barn 0-6 år.", [Quantity(20, "antal", "exakt", "familjer", None, None)]),
        ("Trepartssamtal ska hållas minst 2 ggr per deltagare.", [Quantity(2, "antal", "minst", "ggr", None, None)]),
        ("Två heltidstjänster och en halvtidstjänst finansieras.", [Quantity(2, "antal", "exakt", "heltidstjänster", None, None)]),
        (
            "Deltagarna deltar 2-4 timmar per dag.",
            [
                Quantity(2, "antal", "minst", "timmar", None, None),
                Quantity(4, "antal", "hogst", "timmar", None, None),
            ],
        ),
        (
            "35 deltagare ska under insatstiden (3 år) ha nått egen försörjning.",
            [
                Quantity(35, "antal", "exakt", "deltagare", None, None),
            ],
        ),
        (
            "80 % av remitterade deltagare ska få plats inom fyra veckor från remiss.",
            [
                Quantity(80, "procent", "exakt", "deltagare", None, 28),
            ],
        ),
        ("Minst 90 % närvaro.", [Quantity(90, "procent", "minst", "närvaro", None, None)]),
        ("Att 12 deltagare varje år går vidare till ordinarie utbildning.", [Quantity(12, "antal", "exakt", "deltagare", "ar", None)]),
        ("6 veckor efter start ska 80% ha en plan.", [Quantity(80, "procent", "exakt", None, None, None)]),
        ("Det ska finnas två coacher: en i Tierp och en i Älvkarleby.", [Quantity(2, "antal", "exakt", "coacher", None, None)]),
        (
            "Arrangera 2 mässor/år med minst 15 arbetsgivare på plats.",
            [
                Quantity(2, "antal", "exakt", "mässor", "ar", None),
                Quantity(15, "antal", "minst", "arbetsgivare", None, None),
            ],
        ),
        ("Minst 10 ungdomar ska per år ha fått sommarjobb.", [Quantity(10, "antal", "minst", "ungdomar", "ar", None)]),
    ],
)
def test_a_goal_gives_its_numbers(goal: str, quantities: list[Quantity]) -> None:
    assert [found.value for found in quantities_in(goal)] == quantities


@pytest.mark.parametrize(
    "goal",
    [
        "Deltagarna ska ha en plan inom 6 veckor.",
        "Handlingsplanen revideras var femte månad.",
        "Uppföljning sker var 3:e månad och vid avslut.",
        "En rutin för samverkan ska finnas.",
        "Målgruppen är personer i åldern 18-64 år.",
        "De fyra parterna ska ha en gemensam rutin.",
        "Alla fyra myndigheter ska delta i styrgruppen.",
        "Deltagare med pågående ärende hos minst tre myndigheter ska erbjudas samordning.",
        "Minst hälften ska gå vidare.",
        "Väntetiden ska vara högst 14 dagar.",
        "Följs upp efter 4, 8 och 12 månader.",
        "Deltagarna ska vara självförsörjande 6 månader efter avslut.",
        "Kostnaden ska inte överstiga 50 000 kr per deltagare.",
        "Alla deltagare ska ha en SIP.",
        "Samverkan mellan två kommuner ska utvecklas.",
        "Minst två av parterna deltar vid varje möte.",
        "Max 8 veckors väntetid.",
        "Deltagare ska ha påbörjat aktivitet inom 10 arbetsdagar.",
        "Deltagarna ska erbjudas ett första möte inom två veckor från anmälan.",
        "Kvartal 3 ska en utvärdering vara klar.",
        "Projektet ska ha en deltidsanställd projektledare.",
        "Inga deltagare ska vänta mer än fyra veckor.",
        "Deltagarnas skattning enligt EQ-5D ska förbättras.",
        "Deltagarna ska ha kontakt med sin handläggare minst varannan vecka.",
        "Hundratals personer nås.",
        "Vi vill nå 30-talet deltagare.",
        "Erbjuda 4-6 veckors arbetsträning.",
        "Genomsnittlig väntetid ska vara max 3 veckor.",
        "Sjukfrånvaron halveras.",
        "Samverkansteamet träffas var 14:e dag.",
    ],
)
def test_ages_parties_rhythms_and_bare_deadlines_give_nothing(goal: str) -> None:
    assert quantities_in(goal) == []


def test_the_span_is_the_number_as_written() -> None:
    goal = "Minst 75 % av deltagarna och tolv arbetsgivare."
    assert [goal[found.start : found.end] for found in quantities_in(goal)] == ["75 %", "tolv"]


def test_each_deadline_stays_in_its_sentence() -> None:
    goal = "80 % av deltagarna ska ha en plan. Kontakt tas inom två veckor med 10 arbetsgivare."
    assert [found.value.inom_dagar for found in quantities_in(goal)] == [None, 14]


def test_a_year_ends_no_range() -> None:
    (found,) = quantities_in("Antalet personer med försörjningsstöd ska minska med 15 procent till 2024.")
    assert found.value == Quantity(15, "procent", "exakt", "personer", None, None)


WORDS = [
    "minst",
    "10",
    "20-30",
    "%",
    "av",
    "deltagarna",
    "inom",
    "två",
    "veckor",
    "per",
    "år",
    "en",
    "gång",
    "ska",
    "och",
    ",",
    ".",
    "\n",
    "(",
    "3:e",
]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join) | st.text(max_size=80))
def test_any_text_is_read_without_error(text: str) -> None:
    for found in quantities_in(text):
        assert 0 <= found.start < found.end <= len(text)
        assert found.value.avser is None or found.value.avser in text


@pytest.mark.parametrize(
    "piece",
    [
        "10 ",
        "inom ",
        "minst en ",
        "per år ",
        "a",
        "1, ",
        "två-",
        "20 unga och ",
        "varav 3 ",
        ". A",
        "inom 2 år ",
        "10 inom 2 år ",
        "10 möten per år ",
    ],
)
def test_long_hostile_text_is_read_fast(piece: str) -> None:
    text = piece * (10_000 // len(piece))
    quantities_in("en")
    begin = time.process_time()
    quantities_in(text)
    assert time.process_time() - begin < 3
