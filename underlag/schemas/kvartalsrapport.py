"""The quarterly report of an insats as data: its record, and where and how each question is asked.

Source of the questions: the association's half-year memos, whose tables repeat them, and sister associations' reports.
Patterns of `about` are read against folded text (å and ä are a, ö is o) and exclude each other: a text that more than one
of them fits is nobody's.
"""

from __future__ import annotations

from underlag.schemas.form import Field, Form, Reading
from underlag.schemas.records import Signature
from underlag.schemas.result import Model


class Period(Model):
    """The quarter that is reported."""

    ar: int | None = None
    kvartal: int | None = None


class Question(Model):
    """`svar` true for Ja, false for Nej, null where nothing is marked; `kommentar` as written."""

    svar: bool | None = None
    kommentar: str | None = None


class QuarterBudget(Model):
    """The quarter's money in kronor."""

    budget: int | None = None
    utfall: int | None = None
    prognos: int | None = None


class Deltagare(Model):
    """People in the insats: in all, ended (ever and in the quarter), and the share that has a plan of action (percent)."""

    totalt: int | None = None
    avslutade: int | None = None
    avslutade_perioden: int | None = None
    kvinnor_till_arbete_studier: int | None = None
    man_till_arbete_studier: int | None = None
    andel_handlingsplan: float | None = None
    pagaende: int | None = None


class Kvartalsrapport(Model):
    """The record of a quarterly report."""

    insatsens_namn: str | None = None
    insatsagare: str | None = None
    period: Period = Period()
    inlamnad: str | None = None
    start_i_tid: Question = Question()
    i_fas_med_mal: Question = Question()
    prognos_maluppfyllelse: Question = Question()
    vakanser_sof_medel: Question = Question()
    vakanser_egenfinansierade: Question = Question()
    styrgruppsmoten_enligt_avtal: Question = Question()
    ordinarie_representanter_deltagit: Question = Question()
    uppfoljning_enligt_avtal: Question = Question()
    kontroll_metod: Question = Question()
    kontroll_malgrupp: Question = Question()
    jamlikhet: Question = Question()
    jamstalldhet: Question = Question()
    avvikelse_mal: Question = Question()
    avvikelse_malgrupp: Question = Question()
    avvikelse_budget: Question = Question()
    antal_styrgruppsmoten: int | None = None
    budget: QuarterBudget = QuarterBudget()
    deltagare: Deltagare = Deltagare()
    underskrifter: tuple[Signature, ...] = ()


_GOAL = r"\bmal(en|et|sattning\w*|uppfyllelse\w*)?\b"
_BY_THE_PARTIES = r"\b(egen|eget|egna|egen\w+|parternas?|parter|medfinansier\w*|insatsagarens)\b"
_QUARTER = r"(\b(kvartal\w*|rapportperiod\w*|aktuell period)\b|(?<!hela )\bperioden\b)"
_WHOLE_YEAR = r"\b(ackumul\w*|helar\w*|hela (aret|insats\w*|perioden|projekt\w*)|ars(budget|utfall|prognos)|totalt for|sedan start|per ar)\b"
_TO_WORK = r"\b(arbete\w*|jobb|studier|studerar|utbildning|sysselsattning|egen forsorjning|anstallning)\b"
_STEERING = r"\b(styr|lednings|projekt)grupp\w*\b"

FORM = Form(
    type="kvartalsrapport",
    name="Kvartalsrapport",
    record=Kvartalsrapport,
    dense=True,
    titles=(r"\bkvartalsrapport", r"\brapport (for )?kvartal", r"\bkvartals(uppfoljning|redovisning)", r"\buppfoljning (av |per )?kvartal", r"\brapport\b.*\bkvartal"),
    fields=(
        Field(
            "/insatsens_namn",
            Reading.NAME,
            ("Insatsens namn", "Namn på insatsen", "Insatsens benämning", "Rapporten gäller insatsen", "Samverkansinsats", "Namn på insats", "Projektets namn"),
            weak=("Insats", "Insatsen", "Projekt", "Insatsnamn", "Benämning"),
            about=r"^(?!.*\?)(.*\b(insatsens|projektets|insats|projekt) (namn|benamning|titel)\b|.*\bnamn pa (insats\w*|projekt\w*)|(rapporten )?(avser|galler) insats\w*$)",
            question="Insatsens namn",
            asked=True,
        ),
        Field(
            "/insatsagare",
            Reading.NAME,
            ("Insatsägare", "Ansvarig insatsägare", "Insatsägande organisation", "Ansvarig organisation", "Insatsägande part", "Projektägare", "Organisation som äger insatsen", "Uppgiftslämnare organisation"),
            weak=("Ägare", "Huvudman", "Organisation", "Ansvarig part", "Ansvarig"),
            about=r"^(?!.*(namn\b|underskr|fortydlig|sign|samverkan))(.*\b(insatsagare|insatsagande|projektagare|ansvarig (organisation|part|huvudman)|ager insatsen)\b)",
            question="Insatsägare",
            asked=True,
        ),
        Field(
            "/period",
            Reading.QUARTER,
            (
                "Kvartal/år",
                "Kvartal och år",
                "År och kvartal",
                "År/kvartal",
                "Rapporten avser",
                "Rapporten avser kvartal",
                "Rapporten avser perioden",
                "Rapporteringsperiod",
                "Rapportperiod",
                "Avser kvartal",
                "Avser period",
                "Period som rapporten avser",
            ),
            weak=("Kvartal", "Period", "Avser", "Kv", "Redovisningsperiod", "Tidsperiod"),
            about=r"^(?!.*(avslut|antal|budget|utfall|prognos|insatsperiod|insatstid|deltagare))(.*\b(rapport\w*|redovisning\w*|uppgifterna) (avser|galler|omfattar)\b|.*\b(avser|galler|vilket|redovisat) (kvartal|period)\w*|.*\b(rapport\w*|redovisnings?|kvartals)period\w*\b)",
            question="Kvartal och år",
            asked=True,
        ),
        Field("/period/ar", Reading.NUMBER, (), weak=("År", "Kalenderår", "Verksamhetsår"), question="År"),
        Field(
            "/inlamnad",
            Reading.DATE,
            (
                "Inlämnad till förbundet",
                "Datum då rapporten lämnats in",
                "Inlämnad",
                "Inlämningsdatum",
                "Datum för inlämning",
                "Rapporten inlämnad",
                "Inskickad",
                "Inskickad till samordningsförbundet",
                "Rapportdatum",
                "Datum för rapport",
                "Datum för rapporten",
                "Rapporten lämnad",
                "Insänd",
            ),
            weak=("Datum", "Lämnad"),
            about=r"\b(inlamn\w*|inskick\w*|skickat?s? in|insand\w*|inkom\w*|lamnat?s? (in|till)|rapportdatum|rapporteringsdatum|datum for rapport\w*|rapporten upprattad)\b",
            question="Inlämnad",
            asked=True,
        ),
        Field(
            "/start_i_tid",
            Reading.QUESTION,
            ("Startade insatsen i tid enligt ansökan?", "Har insatsen startat i tid?", "Startade insatsen i tid?", "Insatsen startade i tid", "Kom insatsen igång i tid?", "Startade insatsen enligt plan?"),
            weak=("Start i tid", "Start enligt plan", "Startat i tid"),
            about=r"^(?!.*(deltagare|sedan start)).*(\b(start\w*|borja\w*|paborja\w*|kom\w* igang|igang)\b.*\b(tid\w*|plan\w*|utsatt|datum|avtal\w*|ansokan|overenskom\w*)\b|\b(i tid|tidplan|plan\w*)\b.*\b(start\w*|borja\w*|paborja\w*|igang)\b)",
            question="Startade insatsen i tid?",
            asked=True,
        ),
        Field(
            "/i_fas_med_mal",
            Reading.QUESTION,
            ("Ligger insatsen i fas gällande uppsatta mål?", "Insatsen ligger i fas med uppsatta mål?", "Ligger insatsen i fas med målen?", "Är insatsen i fas med sina mål?", "Följer insatsen uppsatta mål?"),
            weak=("I fas med mål", "I fas med målen", "Insatsen i fas"),
            about=rf"^(?!.*(avvik|prognos|styrgrupp|bedom|kommer|forvanta|beraknas)).*(\bi fas\b|\b(enligt|foljer|i linje med|i enlighet med|forhallande till|i takt med|ratt vag mot|mot|gentemot|utvecklas)\b.*{_GOAL}|{_GOAL}.*\b(enligt plan\w*|i fas|foljs|hittills)\b)",
            question="Ligger insatsen i fas med målen?",
            asked=True,
        ),
        Field(
            "/prognos_maluppfyllelse",
            Reading.QUESTION,
            (
                "Styrgruppens prognos: kommer målen att uppnås?",
                "Styrgruppens prognos, målen nås?",
                "Bedömer styrgruppen att målen kommer att nås?",
                "Kommer insatsen att nå sina mål?",
                "Prognos för måluppfyllelse",
                "Styrgruppens prognos för måluppfyllelse",
                "Räknar styrgruppen med att målen nås?",
            ),
            weak=("Prognos måluppfyllelse", "Prognos mål", "Styrgruppens prognos"),
            about=rf"^(?!.*(avvik|\bi fas\b|utfall|\bkr\b|tkr)).*(\b(prognos\w*|bedom\w*|forvant\w*|beraknas?|kommer|tror|raknar|vantas)\b.*{_GOAL}|{_GOAL}.*\b(nas|uppnas|nar|uppna|na|prognos\w*|uppfyllas|infrias|bedom\w*)\b)",
            question="Styrgruppens prognos: nås målen?",
            asked=True,
        ),
        Field(
            "/vakanser_sof_medel",
            Reading.QUESTION,
            (
                "Har det funnits vakanser på tjänster finansierade med SOF-medel?",
                "Vakanser, tjänster finansierade av förbundet?",
                "Finns vakanser på tjänster som förbundet finansierar?",
                "Har det varit vakanser på tjänster som samordningsförbundet finansierar?",
                "Vakanta tjänster finansierade av samordningsförbundet",
                "Vakanser bland rekvirerade tjänster",
            ),
            weak=("Vakanser SOF-medel", "Vakanser SOF", "Vakanser förbundet"),
            about=rf"^(?!.*{_BY_THE_PARTIES}).*(\b(vakan\w*|obesatt\w*|ej tillsatt\w*)\b.*\b(sof\w*|samordningsforbund\w*|forbund\w*|rekvirera\w*|beviljade medel|sokta medel)|\b(sof\w*|samordningsforbund\w*|forbund\w*|rekvirera\w*)\b.*\b(vakan\w*|obesatt\w*|ej tillsatt\w*))",
            question="Vakanser på tjänster som förbundet betalar?",
            asked=True,
        ),
        Field(
            "/vakanser_egenfinansierade",
            Reading.QUESTION,
            (
                "Har det funnits vakanser på egenfinansierade resurser?",
                "Vakanser, egenfinansierade tjänster?",
                "Finns vakanser på tjänster som parterna finansierar?",
                "Vakanser på tjänster med egenfinansiering",
                "Vakanta egenfinansierade tjänster",
            ),
            weak=("Vakanser egenfinansiering", "Vakanser egna", "Vakanser egen finansiering"),
            about=rf"^.*(\b(vakan\w*|obesatt\w*|ej tillsatt\w*)\b.*{_BY_THE_PARTIES}|{_BY_THE_PARTIES}.*\b(vakan\w*|obesatt\w*|ej tillsatt\w*))",
            question="Vakanser på tjänster som parterna betalar?",
            asked=True,
        ),
        Field(
            "/antal_styrgruppsmoten",
            Reading.NUMBER,
            ("Antal styrgruppsmöten under kvartalet", "Antal styrgruppsmöten", "Hur många styrgruppsmöten har hållits?", "Antal möten i styrgruppen", "Antal genomförda styrgruppsmöten"),
            weak=("Styrgruppsmöten, antal", "Styrgruppsmöten"),
            about=rf"\b(antal\w*|hur manga|hur ofta)\b.*{_STEERING}|{_STEERING}.*\b(antal|hur manga|ganger)\b",
            question="Antal styrgruppsmöten",
            asked=True,
        ),
        Field(
            "/styrgruppsmoten_enligt_avtal",
            Reading.QUESTION,
            (
                "Har styrgruppen haft möten enligt avtal?",
                "Styrgruppsmöten har hållits enligt avtal?",
                "Har styrgruppsmöten hållits enligt överenskommelse?",
                "Har styrgruppen träffats enligt överenskommelsen?",
                "Styrgruppsmöten enligt avtal",
            ),
            weak=("Styrgruppsmöten", "Möten enligt avtal"),
            about=rf"^(?!.*\b(antal\w*|hur manga|hur ofta|ordinarie|representant\w*|narvar\w*|prognos\w*|uppfolj\w*)\b).*({_STEERING}.*\b(mot\w+|traff\w*|sammantra\w*|samlats|avtal\w*|overenskom\w*|plan\w*|bestamt)\b|\b(mot\w+|traff\w*|sammantra\w*)\b.*{_STEERING}|^styrgruppsmoten\b)",
            question="Styrgruppsmöten enligt avtal?",
            asked=True,
        ),
        Field(
            "/ordinarie_representanter_deltagit",
            Reading.QUESTION,
            (
                "Har alla ordinarie representanter i styrgruppen deltagit?",
                "Alla ordinarie representanter har deltagit?",
                "Har samtliga ordinarie ledamöter deltagit?",
                "Har ordinarie representanter deltagit i styrgruppen?",
                "Ordinarie representanter deltagit",
            ),
            weak=("Ordinarie representanter", "Närvaro"),
            about=rf"^(?!.*\bantal\b).*(\bordinarie\b|\b(representant\w*|ledamot\w*|ledamoter\w*|parter\w*)\b.*\b(deltag\w*|deltog|narvar\w*|medverka\w*|varit med|varit representerade)\b|\b(deltag\w*|deltog|narvar\w*)\b.*\b(representant\w*|ledamot\w*|ledamoter\w*)\b|{_STEERING}.*\b(narvar\w*|fulltalig\w*)\b)",
            question="Har ordinarie representanter deltagit?",
            asked=True,
        ),
        Field(
            "/uppfoljning_enligt_avtal",
            Reading.QUESTION,
            (
                "Har uppföljning skett enligt avtal (SUS m.m.)?",
                "Uppföljning enligt avtal?",
                "Har uppföljning skett enligt avtal?",
                "Sker uppföljning enligt överenskommelse?",
                "Har deltagarna registrerats i SUS?",
                "Följs insatsen upp enligt överenskommelse?",
            ),
            weak=("Uppföljning enligt avtal", "Uppföljning i SUS", "Uppföljning", "SUS"),
            about=r"^(?!.*(jamlik|jamstall|antal|andel|avvik|\bmetod|malgrupp|styrgruppsmot)).*\b(uppfolj\w*|foljts upp|folja upp|foljs\b.*\bupp|foljt upp|sus|registrera(s|ts|t)|registrering\w*)\b",
            question="Uppföljning enligt avtal?",
            asked=True,
        ),
        Field(
            "/kontroll_metod",
            Reading.QUESTION,
            (
                "Har kontroll gjorts av att insatsen följer angiven metod?",
                "Kontroll av metod?",
                "Har styrgruppen kontrollerat att angiven metod används?",
                "Följer insatsen angiven metod?",
                "Arbetar insatsen enligt angiven metod?",
                "Används den metod som angetts i ansökan?",
            ),
            weak=("Kontroll metod", "Metod", "Metoden"),
            about=r"^(?!.*(malgrupp|avvik|vilken|vilka|beskriv)).*\b(metod(en|er|erna)?|arbetssatt\w*)\b",
            question="Kontroll av metod?",
            asked=True,
        ),
        Field(
            "/kontroll_malgrupp",
            Reading.QUESTION,
            (
                "Har kontroll gjorts av att insatsen når angiven målgrupp?",
                "Kontroll av målgrupp?",
                "Har styrgruppen kontrollerat att rätt målgrupp nås?",
                "Når insatsen angiven målgrupp?",
                "Når insatsen rätt målgrupp?",
                "Tillhör deltagarna målgruppen?",
            ),
            weak=("Kontroll målgrupp",),
            about=r"^(?!.*(metod|arbetssatt|avvik|forandra|beskriv|vilken)).*(\b(kontroll\w*|nar|natt|nas|nadd|ratt|angiven|avtalad|tillhor\w*|vander sig|riktar sig|omfattas|ingar)\b.*\bmalgrupp\w*|\bmalgrupp\w*.*\b(kontroll\w*|nas|natts|stammer|ratt|deltagare\w*|nadd\w*|foljs)\b|\bratt (deltagare|personer)\b)",
            question="Kontroll av målgrupp?",
            asked=True,
        ),
        Field(
            "/jamlikhet",
            Reading.QUESTION,
            ("Har jämlikhetsfrågor diskuterats?", "Jämlikhet har behandlats?", "Har jämlikhet diskuterats?", "Jämlikhetsfrågor har tagits upp", "Har frågor om jämlikhet tagits upp?"),
            weak=("Jämlikhet", "Jämlikhetsfrågor"),
            about=r"^(?!.*andel).*(\bjamlik\w*|\blikabehandling\w*|\bdiskriminering\w*|\blika (villkor|rattigheter)\b|\bmangfald\w*)",
            question="Har jämlikhet diskuterats?",
            asked=True,
        ),
        Field(
            "/jamstalldhet",
            Reading.QUESTION,
            (
                "Har jämställdhetsfrågor diskuterats?",
                "Jämställdhet har behandlats?",
                "Har jämställdhet diskuterats?",
                "Jämställdhetsfrågor har tagits upp",
                "Har frågor om jämställdhet tagits upp?",
            ),
            weak=("Jämställdhet", "Jämställdhetsfrågor"),
            about=r"\bjamstall\w*|\bkonsfordelning\w*|\bgenus\w*|\bjamn fordelning mellan (kvinnor|konen)",
            question="Har jämställdhet diskuterats?",
            asked=True,
        ),
        Field(
            "/avvikelse_mal",
            Reading.QUESTION,
            ("Finns avvikelse gällande mål?", "Avvikelse från mål under kvartalet?", "Finns avvikelser från målen?", "Avvikelser gentemot mål", "Avviker insatsen från målen?"),
            weak=("Avvikelse mål", "Avvikelse från mål", "Avvikelser mål"),
            about=rf"^(?!.*(malgrupp|budget|ekonomi|kostnad)).*(\bavvik\w*.*{_GOAL}|{_GOAL}.*\bavvik\w*)",
            question="Avvikelse från mål?",
            asked=True,
        ),
        Field(
            "/avvikelse_malgrupp",
            Reading.QUESTION,
            (
                "Finns avvikelse gällande målgrupp?",
                "Avvikelse från målgrupp under kvartalet?",
                "Finns avvikelser från målgruppen?",
                "Avvikelser gentemot målgrupp",
                "Avviker deltagarna från målgruppen?",
            ),
            weak=("Avvikelse målgrupp", "Avvikelse från målgrupp", "Avvikelser målgrupp"),
            about=rf"^(?!.*({_GOAL}|budget|ekonomi|kostnad)).*(\bavvik\w*.*\bmalgrupp\w*|\bmalgrupp\w*.*\bavvik\w*)",
            question="Avvikelse från målgrupp?",
            asked=True,
        ),
        Field(
            "/avvikelse_budget",
            Reading.QUESTION,
            (
                "Finns avvikelse gällande budget?",
                "Avvikelse från budget under kvartalet?",
                "Finns avvikelser från budgeten?",
                "Avvikelser gentemot budget",
                "Avviker utfallet från budgeten?",
            ),
            weak=("Avvikelse budget", "Avvikelse från budget", "Avvikelser budget"),
            about=rf"^(?!.*({_GOAL}|malgrupp)).*(\bavvik\w*.*\b(budget\w*|ekonomi\w*|kostnad\w*|medel)\b|\b(budget\w*|ekonomi\w*|kostnad\w*|utfall\w*)\b.*\bavvik\w*)",
            question="Avvikelse från budget?",
            asked=True,
        ),
        Field(
            "/budget/budget",
            Reading.NUMBER,
            ("Budget kvartalet", "Budget för kvartalet", "Kvartalets budget", "Budgeterat belopp", "Budgeterat för kvartalet", "Budgeterade medel"),
            weak=("Budget", "Budgeterat"),
            about=rf"^(?!.*(utfall|prognos|avvik|forbruk|{_WHOLE_YEAR})).*\b(budget\w*|beviljade medel|tilldelade medel)\b",
            question="Budget för kvartalet",
            asked=True,
        ),
        Field(
            "/budget/utfall",
            Reading.NUMBER,
            ("Utfall kvartalet", "Utfall för kvartalet", "Kvartalets utfall", "Utfall under kvartalet", "Faktiska kostnader", "Förbrukade medel", "Använda medel"),
            weak=("Utfall", "Förbrukat", "Upparbetat"),
            about=rf"^(?!.*(prognos|avvik|kvot|andel|beraknat|forvantat|mal och|{_WHOLE_YEAR})).*\b(\w*utfall\w*|forbruk\w*|upparbeta\w*|faktisk\w* kostnad\w*|anvanda medel|verklig\w* kostnad\w*)\b",
            question="Utfall för kvartalet",
            asked=True,
        ),
        Field(
            "/budget/prognos",
            Reading.NUMBER,
            ("Prognos kvartalet", "Prognos för kvartalet", "Kvartalets prognos", "Prognostiserat utfall", "Prognostiserad kostnad", "Ekonomisk prognos"),
            weak=("Prognos", "Prognostiserat"),
            about=rf"^(?!.*({_GOAL}|styrgrupp|avvik|{_WHOLE_YEAR})).*\b(\w*prognos\w*|beraknat utfall|forvantat utfall|beraknad kostnad)\b",
            question="Prognos för kvartalet",
            asked=True,
        ),
        Field(
            "/deltagare/totalt",
            Reading.NUMBER,
            (
                "Totalt antal deltagare under hela insatstiden",
                "Totalt antal deltagare",
                "Antal deltagare totalt",
                "Antal deltagare hittills",
                "Antal deltagare sedan start",
                "Antal personer som deltagit i insatsen",
                "Totalt antal inskrivna",
            ),
            weak=("Deltagare totalt", "Antal deltagare", "Deltagare, totalt"),
            about=r"^(?!.*\b(avslut\w*|pagaende|kvinn\w*|man|andel|nya|kvar|arbete\w*|forvant\w*|planera\w*|kvartal\w*|just nu|for narvarande)\b).*(\b(total\w*|sammanlagt|hittills|sedan start\w*|hela|samtliga|alla|deltagit)\b.*\b(deltagare|personer|individer|inskrivna|deltagit)\b|\b(deltagare|personer|individer|inskrivna|deltagit)\b.*\b(total\w*|sammanlagt|hittills|sedan start\w*|hela|insatstiden|insatsen)\b|^antal (deltagare|personer|individer)( antal)?$)",
            question="Totalt antal deltagare",
            asked=True,
        ),
        Field(
            "/deltagare/avslutade",
            Reading.NUMBER,
            (
                "Antal avslutade deltagare under hela insatstiden",
                "Avslutade, hela insatstiden",
                "Totalt antal avslutade deltagare",
                "Antal avslutade deltagare totalt",
                "Avslutade deltagare sedan start",
                "Antal avslut totalt",
            ),
            weak=("Avslutade totalt", "Avslutade", "Varav avslutade", "Antal avslutade", "Avslutade deltagare"),
            about=rf"^(?!.*(\b(kvinn\w*|man|andel|arbete\w*|studier|orsak\w*|anledning\w*|jobb)\b|{_QUARTER})).*\b(avslut\w*|lamnat insatsen|utskriv\w*)\b",
            question="Antal avslutade deltagare",
            asked=True,
        ),
        Field(
            "/deltagare/avslutade_perioden",
            Reading.NUMBER,
            (
                "Antal avslutade under kvartalet",
                "Avslutade, detta kvartal",
                "Antal avslutade deltagare under kvartalet",
                "Antal avslut under kvartalet",
                "Avslutade under perioden",
                "Varav avslutade under kvartalet",
            ),
            weak=("Avslutade kvartalet", "Avslutade perioden", "Avslut under perioden"),
            about=rf"^(?!.*\b(kvinn\w*|man|andel|arbete\w*|studier|orsak\w*|anledning\w*|jobb)\b)(?=.*{_QUARTER}).*\b(avslut\w*|lamnat insatsen|utskriv\w*)\b",
            question="Antal avslutade under kvartalet",
            asked=True,
        ),
        Field(
            "/deltagare/kvinnor_till_arbete_studier",
            Reading.NUMBER,
            ("Kvinnor till arbete/studier", "varav kvinnor till arbete och/eller studier", "Antal kvinnor till arbete eller studier", "Kvinnor som gått till arbete eller studier"),
            weak=("Kvinnor arbete/studier",),
            about=rf"^(?!.*\b(man|andel)\b)(?=.*\bkvinn\w*).*{_TO_WORK}",
            question="Kvinnor till arbete eller studier",
            asked=True,
        ),
        Field(
            "/deltagare/man_till_arbete_studier",
            Reading.NUMBER,
            ("Män till arbete/studier", "varav män till arbete och/eller studier", "Antal män till arbete eller studier", "Män som gått till arbete eller studier"),
            weak=("Män arbete/studier",),
            about=rf"^(?!.*\b(kvinn\w*|andel)\b)(?=.*\bman\b).*{_TO_WORK}",
            question="Män till arbete eller studier",
            asked=True,
        ),
        Field(
            "/deltagare/andel_handlingsplan",
            Reading.SHARE,
            (
                "Andel deltagare med handlingsplan mot arbete/studier",
                "Andel med handlingsplan",
                "Andel deltagare som har en handlingsplan",
                "Andel (%) med handlingsplan",
                "Deltagare med handlingsplan, procent",
            ),
            weak=("Handlingsplan", "Med handlingsplan"),
            about=r"\b(handlingsplan\w*|individuell plan\w*|planering mot)\b",
            question="Andel med handlingsplan",
            asked=True,
        ),
        Field(
            "/deltagare/pagaende",
            Reading.NUMBER,
            ("Antal pågående deltagare", "Pågående deltagare", "Antal deltagare vid kvartalets slut", "Antal deltagare just nu", "Deltagare kvar i insatsen", "Antal pågående ärenden"),
            weak=("Pågående", "Varav pågående", "Antal pågående"),
            about=r"^(?!.*\b(avslut\w*|kvinn\w*|man|andel)\b).*(\bpagaende\b|\bkvar i insats\w*|\baktuella deltagare\b|\b(deltagare|inskrivna|personer)\b.*\b(just nu|i dagslaget|for narvarande|vid (kvartalets|periodens) (slut|utgang))\b)",
            question="Antal pågående deltagare",
            asked=True,
        ),
        Field(
            "/underskrifter",
            Reading.SIGNATURES,
            ("Underskrift", "Underskrifter", "Undertecknande", "Undertecknas av", "Underskrift av behörig företrädare", "Underskrift insatsägare", "Rapporten undertecknas av"),
            question="Underskrifter",
            asked=True,
        ),
    ),
)
