"""The nine tables of the half-year memo: their columns, by the headings that tell them."""

from __future__ import annotations

from underlag.schemas.columns import Column, Columns, Holds

_TOTALS = r"^(?:totalt?|total ?summa|summa|sum|samtliga|alla insatser|hela lanet)\b"
_INSATS = Column(
    "insats",
    Holds.NAME,
    (
        r"^(?:samverkans)?insats(?:er|namn|ens namn| namn)?$",
        r"^(?:projekt|aktivitet|verksamhet)(?:er|et|en|namn|ets namn|ens namn)?$",
        r"^(?:namn|benamning)(?: pa (?:insats|projekt)\w*)?$",
        r"^(?:kommun|ort|omrade)(?: och)? insats$",
        r"^insats\b(?!en\b)",
    ),
    never=r"\bi fas\b|period|\btid\b|datum|start|slut|anledning|orsak|f.rs.rjning|ersattning|inkomst|deltagare|\bantal\b",
)
_SPAN = (r"^(?:insats|projekt|tids|avtals)?(?:period|tid)(?:en)?$", r"\b(?:insats|projekt)(?:period|tid)", r"\bloptid", r"^pagar\b")

INSATSER = Columns(
    (
        _INSATS,
        Column(
            "start",
            Holds.DATE,
            (r"\bstartdatum", r"^start(?:ade|ar|as|at|ad)?$", r"\bstart", r"\bfr(?: ?o ?m|an)\b", r"\bpaborjad", *_SPAN),
            never=r"\bi ?tid\b|deltagare|\bantal|andel|plan\b",
            paired=True,
        ),
        Column(
            "slut",
            Holds.DATE,
            (r"\bslutdatum", r"^(?:slut(?:ar|ade)?|avslut(?:as|ad|ades|ar)?)$", r"\b(?:av)?slut", r"\b(?:t ?o ?m|till)\b", *_SPAN),
            never=r"anledning|deltagare|\bantal|andel|plan\b",
            paired=True,
        ),
    ),
    least=2,
    captions=(r"\binsatser\b",),
)

MAL = Columns(
    (
        _INSATS,
        Column(
            "i_fas",
            Holds.TEXT,
            (
                r"\bi fas\b.*\bmal",
                r"\bi fas\b",
                r"\buppsatta mal",
                r"\b(?:nulage|lage|status)\b.*\bmal|\bmal\w*\b.*\b(?:nulage|lage|status)",
                r"\b(?:foljer|ligger|enligt)\b.*\b(?:plan|mal)",
                r"^(?:nulage|lage|status)$",
            ),
            never=r"budget|ekonomi",
        ),
        Column(
            "prognos",
            Holds.TEXT,
            (
                r"\bprognos\b.*\bmal",
                r"\bprognos\b.*styrgrupp|styrgrupp\w*.*\bprognos",
                r"\bforvanta\w* .*maluppfyllelse",
                r"\bmaluppfyllelse",
                r"\bnas\b.*\bmal|\bmal\w*\b.*\b(?:nas|uppnas|uppfylls)\b",
                r"\bbedomning\b.*\bmal|\bmal\w*\b.*\bbedomning",
                r"^prognos$",
            ),
            never=r"budget|ekonomi|helar",
        ),
    ),
    least=2,
    captions=(r"\bmal\b", r"maluppfyllelse"),
)

FORUTSATTNINGAR = Columns(
    (
        _INSATS,
        Column("start_i_tid", Holds.TEXT, (r"\bstart\w* i ?tid", r"\bi tid\b", r"\bstart\w*.*\bplan", r"^start\w*$")),
        Column(
            "vakanser_sof",
            Holds.TEXT,
            (r"\bvakan\w*.*(?:\bsof\b|forbund|beviljade|finansierade av sam)", r"(?:\bsof\b|forbund)\w*.*\bvakan", r"^vakanser$"),
            never=r"\begen",
        ),
        Column("vakanser_egen", Holds.TEXT, (r"\bvakan\w*.*(?:\begen|\bpart|\bmedfinans)", r"\begen\w*.*\bvakan")),
        Column("avvikelser_budget", Holds.TEXT, (r"\bavvik\w*.*(?:budget|ekonomi)", r"(?:budget|ekonomi)\w*.*\bavvik"), never=r"\bmal\b"),
    ),
    least=2,
    captions=(r"forutsattning",),
)

BUDGET = Columns(
    (
        _INSATS,
        Column(
            "budget",
            Holds.AMOUNT,
            (r"^budget\b", r"\bbudget\b", r"\bbeviljat\b|\bbeviljade medel\b"),
            never=r"kvot|prognos|forbruk|avvik|\butfall\b|\bandel\b",
        ),
        Column(
            "utfall",
            Holds.AMOUNT,
            (r"^utfall\b", r"\butfall\b", r"\b(?:forbrukat|rekvirera[td]|upparbeta[td]|nyttja[td])\b|\bforbrukade medel\b|\bkostnad"),
            never=r"kvot|prognos|\bandel\b|\bprocent\b|\bmal\b",
        ),
        Column(
            "forbrukningskvot",
            Holds.SHARE,
            (
                r"kvot",
                r"\bforbruk\w* (?:i )?(?:procent|andel)|\bandel forbruk|\bnyttjandegrad",
                r"^(?:andel|procent)$",
                r"\b(?:utfall|budget)\b.*\bprocent",
                r"\bforbruk",
            ),
        ),
        Column("prognos", Holds.TEXT, (r"\bprognos\b.*\bbudget|\bbudgetprognos", r"\bprognos"), never=r"\bmal\b|maluppfyllelse|deltagare"),
    ),
    least=2,
    captions=(r"\bbudget", r"ekonomi"),
    totals=_TOTALS,
)

KVALITET = Columns(
    (
        _INSATS,
        Column(
            "svar",
            Holds.LIST,
            (
                r"\bstyrgrupp\w*mote|\bmoten\b|\bstyrgrupp\w* enl",
                r"\buppfoljning\b.*\b(?:avtal|sus)|\bsus\b",
                r"\bkontroll\b|\bmetod\b",
                r"\bjamlik|\bjamstalld",
                r"\bavvik\w*.*\bmal|\bmalgrupp\b",
                r"\bordinarie\b|\brepresentant",
            ),
            never=r"\bbudget|\bprognos|\bi fas\b|\bvakan",
        ),
    ),
    least=3,
    captions=(r"kvalitet",),
)

DELTAGARE = Columns(
    (
        _INSATS,
        Column(
            "totalt",
            Holds.NUMBER,
            (r"\btotalt\b.*\bdeltagare", r"\bantal\b.*\bdeltagare", r"\bdeltagare\b.*\btotalt|^totalt", r"\bdeltagare|\bindivider"),
            never=r"avslut|utskriv|pagaende|aktuella|andel|forvant|kvinn|\bman\b|\bfore\b|\befter\b",
        ),
        Column(
            "avslutade",
            Holds.NUMBER,
            (r"^(?=.*(?:avslut|utskriv))(?=.*(?:\bhela\b|totalt|insatstid|sedan start))", r"\bavslut|\butskriv"),
            never=r"andel|till arbete|anledning|varav",
        ),
        Column(
            "avslutade_perioden",
            Holds.NUMBER,
            (r"^(?=.*(?:avslut|utskriv))(?=.*(?:halvar|kvartal|tertial|termin|\bkv|\bperiod|under 20\d\d|\bjan|\bjul))",),
            never=r"\bhela\b|andel|till arbete|anledning|sedan start",
        ),
        Column("kvinnor", Holds.NUMBER, (r"\bkvinn\w*", r"\bkv? man\b", r"\bkv? m\b"), never=r"andel|fore\b", paired=True),
        Column("man", Holds.NUMBER, (r"\bman\b", r"\bkv? m\b"), never=r"andel|fore\b", paired=True),
        Column(
            "andel_arbete_studier",
            Holds.SHARE,
            (r"^(?=.*\b(?:andel|procent))(?=.*\b(?:arbete|studier))", r"\bandel till\b"),
            never=r"plan",
        ),
        Column("andel_handlingsplan", Holds.SHARE, (r"\bandel\b.*plan\b", r"handlingsplan", r"\bplan for\b|\bplan mot\b")),
        Column("pagaende", Holds.NUMBER, (r"\bpagaende\b", r"\baktuella\b|\binskrivna\b|\bkvar(?:varande)?\b"), never=r"andel"),
    ),
    least=3,
    captions=(r"individ", r"deltagare"),
    totals=_TOTALS,
    totals_at="/deltagare_totalt",
)

AVSLUTSANLEDNINGAR = Columns(
    (
        Column("anledning", Holds.NAME, (r"anledning", r"\borsak", r"^avslut\w*(?: till)?$", r"\bavslut\w* (?:till|orsak)"), required=True),
        Column("kvinnor", Holds.NUMBER, (r"\bantal kvinn", r"\bkvinn"), never=r"andel|procent"),
        Column("man", Holds.NUMBER, (r"\bantal man\b", r"\bman\b"), never=r"andel|procent"),
        Column("totalt", Holds.NUMBER, (r"\btotalt?\b", r"^(?:summa|antal|alla|samtliga)\b"), never=r"andel|procent"),
    ),
    captions=(r"anledning", r"avslut"),
    totals=_TOTALS,
)

FORSORJNING = Columns(
    (
        Column(
            "forsorjning",
            Holds.NAME,
            (r"^(?:typ av )?f\w{0,2}rs\w{0,2}rjning", r"^ersattning", r"^inkomst"),
            never=r"\bfore\b|\befter\b|andel",
            required=True,
        ),
        Column(
            "fore",
            Holds.NUMBER,
            (r"^(?=.*\bantal\b)(?=.*(?:\bf.re\b|inskriv|\bstart))", r"\bf.re\b|\binskriv"),
            never=r"andel|efter|forandr|procent",
        ),
        Column(
            "andel_fore",
            Holds.SHARE,
            (r"^(?=.*\b(?:andel|procent)\b)(?=.*(?:\bf.re\b|inskriv|\bstart))",),
            never=r"efter|forandr",
        ),
        Column(
            "efter",
            Holds.NUMBER,
            (r"^(?=.*\bantal\b)(?=.*(?:\befter\b|utskriv|slut))", r"\befter\b|\butskriv"),
            never=r"andel|forandr|procent|\bf.re\b",
        ),
        Column(
            "andel_efter",
            Holds.SHARE,
            (r"^(?=.*\b(?:andel|procent)\b)(?=.*(?:\befter\b|utskriv|slut))",),
            never=r"forandr|\bf.re\b",
        ),
        Column(
            "forandring",
            Holds.NUMBER,
            (r"\bf.r.ndring\b.*\bantal\b|\bantal\b.*\bf.r.ndring\b", r"\bf.r.ndring\b|\bskillnad|\bdifferens"),
            never=r"procent",
        ),
        Column(
            "forandring_procent", Holds.SHARE, (r"\b(?:f.r.ndring|skillnad|differens)\b.*(?:procent|andel)|\bf.r.ndring i\b(?! antal)",)
        ),
    ),
    least=2,
    captions=(r"forsorjning",),
    totals=_TOTALS,
)

FORVANTADE = Columns(
    (
        _INSATS,
        Column(
            "totalt",
            Holds.NUMBER,
            (r"\btotalt\b.*\bdeltagare", r"\bantal\b.*(?:deltagare|individer|registrerade)", r"\bdeltagare|\bregistrerad|^utfall|^totalt"),
            never=r"forvant|ansok|planera|\bmal\b|avslut|andel",
        ),
        Column(
            "forvantat",
            Holds.NUMBER,
            (r"\bf.rv.ntat\b", r"\bf.rv.nta", r"\bplanerat|\benl\w* ansokan|\bi ansokan|\bmal\w* (?:antal|enl)|\bmal\b.*\bdeltagare"),
            never=r"maluppfyllelse",
            required=True,
        ),
    ),
    captions=(r"\bdeltagare", r"individer"),
    totals=_TOTALS,
    totals_at="/forvantade_deltagare_totalt",
)
