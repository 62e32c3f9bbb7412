"""What a quarterly report asks: the questions that Ja or Nej answers.

Patterns of `about` are read against folded text (å and ä are a, ö is o) and exclude each other: a text that more than one of
them fits is nobody's.
"""

from __future__ import annotations

from underlag.schemas.form import Field, Reading, told

GOAL = r"\bmal(en|et|sattning\w*|uppfyllelse\w*)?\b"
STEERING = r"\b(styr|lednings|projekt)grupp\w*\b"
_STARTS = r"\b(\w*start\w*|borja\w*|paborja\w*|kom\w* igang|igang)\b"
_VACANT = r"\b(vakan\w*|obesatt\w*|ej tillsatt\w*|saknats personal|personal saknats|ej bemannade?)\b"
_THE_ASSOCIATION = r"\b(sof\w*|samordningsforbund\w*|samordningsmedel|forbund\w*|rekvirera\w*|finsam\w*)\b"
_THE_PARTIES = r"\b(egen|eget|egna|egen\w+|parternas?|parter|medfinansier\w*|insatsagarens)\b"
_MEETS = r"\b(mote\w*|traff\w*|sammantra\w*)\b"
_MEMBERS = r"\b(representant|ledamot|ledamoter|parter)\w*\b"
_ATTENDS = r"\b(deltag\w*|deltog|narvar\w*)\b"


QUESTIONS = (
    Field(
        "/start_i_tid",
        Reading.QUESTION,
        (
            "Startade insatsen i tid enligt ansökan?",
            "Har insatsen startat i tid?",
            "Startade insatsen i tid?",
            "Insatsen startade i tid",
            "Kom insatsen igång i tid?",
            "Startade insatsen enligt plan?",
        ),
        weak=("Start i tid", "Start enligt plan", "Startat i tid"),
        about=told(
            rf"{_STARTS}.*\b(tid\w*|plan\w*|utsatt|datum|avtal\w*|ansokan|overenskom\w*)\b",
            rf"\b(i tid|tidplan|plan\w*)\b.*{_STARTS}",
            rf"{_STARTS}.*\bnar (den|det) (skulle|var tankt)\b",
            never=r"deltagare|sedan start",
        ),
        question="Startade insatsen i tid?",
        asked=True,
    ),
    Field(
        "/i_fas_med_mal",
        Reading.QUESTION,
        (
            "Ligger insatsen i fas gällande uppsatta mål?",
            "Insatsen ligger i fas med uppsatta mål?",
            "Ligger insatsen i fas med målen?",
            "Är insatsen i fas med sina mål?",
            "Följer insatsen uppsatta mål?",
        ),
        weak=("I fas med mål", "I fas med målen", "Insatsen i fas"),
        about=told(
            r"\bi fas\b",
            r"^(gar|loper|foljer|fortskrider) (insatsen|arbetet|verksamheten|projektet)( \w+)? (enligt|som) plan",
            r"\bdelmal\w*|\bpa vag (att|mot)\b",
            rf"\b(enligt|foljer|i linje med|i enlighet med|forhallande till|i takt med|ratt vag mot|mot|gentemot|utvecklas)\b.*{GOAL}",
            rf"{GOAL}.*\b(enligt plan\w*|i fas|foljs|hittills|sa har langt)\b",
            never=r"avvik|prognos|styrgrupp|bedom|kommer|forvanta|beraknas",
        ),
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
        about=told(
            rf"\b(prognos\w*|bedom\w*|forvant\w*|beraknas?|kommer|tror|raknar|vantas)\b.*{GOAL}",
            rf"{GOAL}.*\b(nas|uppnas|nar|uppna|na|prognos\w*|uppfyllas|infrias|bedom\w*)\b",
            never=r"avvik|\bi fas\b|utfall|\bkr\b|tkr",
        ),
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
        about=told(
            rf"{_VACANT}.*({_THE_ASSOCIATION}|beviljade medel|sokta medel)",
            rf"{_THE_ASSOCIATION}.*{_VACANT}",
            never=_THE_PARTIES,
        ),
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
        about=told(rf"{_VACANT}.*{_THE_PARTIES}", rf"{_THE_PARTIES}.*{_VACANT}"),
        question="Vakanser på tjänster som parterna betalar?",
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
        about=told(
            rf"{STEERING}.*({_MEETS}|\b(samlats|avtal\w*|overenskom\w*|plan\w*|bestamt)\b)",
            rf"{_MEETS}.*{STEERING}",
            r"^styrgruppsmoten\b",
            never=r"\b(antal\w*|hur manga|hur ofta|ordinarie|representant\w*|narvar\w*|prognos\w*|uppfolj\w*|metod\w*|arbetssatt\w*"
            r"|malgrupp\w*|kontroll\w*|jam\w*)\b",
        ),
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
        about=told(
            r"\bordinarie\b",
            rf"{_MEMBERS}.*({_ATTENDS}|\b(medverka\w*|varit med|varit representerade)\b)",
            rf"{_ATTENDS}.*{_MEMBERS}",
            rf"{STEERING}.*\b(narvar\w*|fulltalig\w*)\b",
            never=r"\bantal\b",
        ),
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
        about=told(
            r"\b(uppfolj\w*|foljts upp|folja upp|foljs\b.*\bupp|foljt upp|sus|registrera(s|ts|t)|registrering\w*)\b",
            never=r"jamlik|jamstall|antal|andel|avvik|\bmetod|arbetssatt|malgrupp|styrgruppsmot",
        ),
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
        about=told(r"\b(metod(en|er|erna)?|metodtrohet\w*|arbetssatt\w*)\b", never=r"malgrupp|avvik|vilken|vilka|\bbeskriv\b"),
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
        about=told(
            r"\b(kontroll\w*|nar|natt|nas|nadd|ratt|angiven|avtalad|tillhor\w*|stammer|motsvara\w*|vander|riktar|omfattas|ingar)\b.*"
            r"\bmalgrupp\w*",
            r"\b(folj\w*|foljt|foljts) upp\b.*\bmalgrupp\w*",
            r"\bmalgrupp\w*.*\b(kontroll\w*|nas|natts|stammer|stamts|ratt|deltagare\w*|nadd\w*|foljs|foljts|motsvara\w*)\b",
            r"\bratt (deltagare|personer)\b",
            never=r"metod|arbetssatt|avvik|forandra|\bbeskriv\b|vilken",
        ),
        question="Kontroll av målgrupp?",
        asked=True,
    ),
    Field(
        "/jamlikhet",
        Reading.QUESTION,
        (
            "Har jämlikhetsfrågor diskuterats?",
            "Jämlikhet har behandlats?",
            "Har jämlikhet diskuterats?",
            "Jämlikhetsfrågor har tagits upp",
            "Har frågor om jämlikhet tagits upp?",
        ),
        weak=("Jämlikhet", "Jämlikhetsfrågor"),
        about=told(r"\b(jamlik|likabehandling|diskriminering|mangfald)\w*", r"\blika (villkor|rattigheter)\b", never="andel"),
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
        about=told(r"\b(jamstall|konsfordelning|genus)\w*", r"\bjamn fordelning mellan (kvinnor|konen)"),
        question="Har jämställdhet diskuterats?",
        asked=True,
    ),
    Field(
        "/avvikelse_mal",
        Reading.QUESTION,
        (
            "Finns avvikelse gällande mål?",
            "Avvikelse från mål under kvartalet?",
            "Finns avvikelser från målen?",
            "Avvikelser gentemot mål",
            "Avviker insatsen från målen?",
        ),
        weak=("Avvikelse mål", "Avvikelse från mål", "Avvikelser mål"),
        about=told(rf"\bavvik\w*.*{GOAL}", rf"{GOAL}.*\bavvik\w*", never=r"malgrupp|budget|ekonomi|kostnad"),
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
        about=told(r"\bavvik\w*.*\bmalgrupp", r"\bmalgrupp\w*.*\bavvik", never=rf"{GOAL}|budget|ekonomi|kostnad"),
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
        about=told(
            r"\bavvik\w*.*\b(budget\w*|ekonomi\w*|kostnad\w*|medel)\b",
            r"\b(budget|ekonomi|kostnad|utfall)\w*.*\bavvik",
            never=rf"{GOAL}|malgrupp",
        ),
        question="Avvikelse från budget?",
        asked=True,
    ),
)
