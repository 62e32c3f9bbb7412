"""Swedish words and how common they are, for telling which word a damaged one was.

Frequencies come from the package `wordfreq` (its large Swedish list); the words of the forms and of the trade are added to
them, since a text that has lost its dots is nearly always made of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from underlag.schemas.ansokan import FORM
from underlag.schemas.standing import STANDING_TERMS
from underlag.schemas.wordings import PARTY, SIGNATURE

RAREST = 620
"""The rarest word that counts as one, in centibels below every word of a text: 620 is one word in 1.6 million."""
_OF_THE_TRADE = 400
_BONUS = 60
_HARDLY = 740
_WORD = re.compile(r"[^\W\d_]{2,}")

_TERMS = """
ansökan ansöks ansökt arbetsförmedlingen arbetsförmedlingens arbetsförmedlare arbetsförmedlaren arbetsmarknadsförvaltningen avstämning
avstämningar beslutsfattare bifogas bistånd bistånds budgetsammanställning deltagare delinsatsägare egenfinansiering egenförsörjning
förbundet förbundets förebyggande förrehabilitering förrehabiliterande försörjning försörjningsstöd försäkringskassan
försäkringskassans förvaltning förlängning förtydligande fördjupad föräldrar färgmarkerade fält följande genomförande handläggare
handläggaren huvudinsatsägare hälsa hälso individnivå insatsägare insatsägaren insatsägarens insatsägarna
insatsmål insatsansvarig kartläggning kartläggningen kriminalvården kvalitetssäkring landsting lokalkostnader lägesrapport
långtidssjukskrivna länk löneökning lönekostnader löptid lönebidrag lönestöd medfinansiering mål målen målet målgrupp målgruppen
målgrupper målgrupperna målsättning målsättningen måluppfyllelse månad månaden månader möjliggöra möjlighet möjligheter möte möten mötet
myndighet namnförtydligande närvaro nätverk ohälsa ordförande pålägg påslag processtödjare projektägare projektägarnas
rehabiliteringskoordinator resultatmål resurs samordnare samordnings samordningsförbund samordningsförbundet samordningsförbundets
samordningsteam samordningsteamet samverkansinsats samverkansinsatser samverkanspart samverkansparter självförsörjning självkänsla
självständig sjukpenninggrundande sjukskrivning socialförvaltningen socialtjänst socialtjänsten socialsekreterare socialsekreterarna
spridningsseminarier stegförflyttning stöd stödet stödinsatser stödja strukturnivå styrgrupp styrgruppen styrgruppsmöte styrgruppsmöten
ställning sätt sätten sysselsättning sysselsättningsgrad tidsperiod tillägg tillvarata tjänst tjänster tolk tolkkostnader uppbär
uppföljning uppföljningar uppföljningen utanförskap utbildning utvärdering utvärderingen utvärderingar våld vård vården vårdcentral
vårdcentraler vårdcentralen vårdgivare åldersgrupp år året årets åren återgång återkommande åtagande åtgärd åtgärder åtta återkoppling
ägare öka ökad ökar ökning ömsesidig öppenvård övergripande överenskommelse överlämning övrig övriga övrigt
"""

_PLACES = """
ale alingsås askersund avesta bengtsfors bjuv boden bollnäs borgholm borlänge borås botkyrka bålsta båstad bräcke brömölla dals-ed
degerfors ekerö eksjö emmaboda enköping enköpings eskilstuna eslöv fagersta falkenberg falköping filipstad finspång flen forshaga
färgelanda gagnef gnesta gnosjö gotland grums grästorp gullspång gällivare gävle gävleborg gävleborgs göteborg götene habo hagfors
hallsberg hallstahammar halmstad hammarö haninge haparanda heby hedemora helsingborg herrljunga hjo hofors huddinge hudiksvall hultsfred
hylte håbo hällefors härjedalen härnösand härryda hässleholm höganäs högsby hörby höör jokkmokk järfälla jämtland jämtlands jönköping
jönköpings kalix kalmar karlsborg karlshamn karlskoga karlskrona karlstad katrineholm kil kinda kiruna klippan knivsta kramfors
kristianstad kristinehamn krokom kumla kungsbacka kungsör kungälv kävlinge köping laholm landskrona laxå lekeberg leksand lerum lessebo
lidingö lidköping lindesberg linköping ljungby ljusdal ljusnarsberg lomma ludvika luleå lund lycksele lysekil malmö malung mariestad
markaryd mellerud mjölby mora motala mullsjö munkedal munkfors mölndal mönsterås mörbylånga nacka nora norberg nordanstig nordmaling
norrbotten norrköping norrtälje norsjö nybro nykvarn nyköping nynäshamn nässjö ockelbo olofström orsa orust osby oskarshamn ovanåker
oxelösund pajala partille perstorp piteå ragunda robertsfors ronneby rättvik sala salem sandviken sigtuna simrishamn sjöbo skara
skellefteå skinnskatteberg skurup skåne skövde smedjebacken sollefteå sollentuna solna sorsele sotenäs staffanstorp stenungsund
stockholm stockholms storfors storuman strängnäs strömstad strömsund sundbyberg sundsvall sunne surahammar svalöv svedala svenljunga
säffle säter sävsjö söderhamn söderköping södermanland södermanlands södertälje sölvesborg tanum tibro tidaholm tierp timrå tingsryd
tjörn tomelilla torsby torsås tranemo tranås trelleborg trollhättan trosa tyresö täby töreboda uddevalla ulricehamn umeå uppland
upplands uppsala uppvidinge vadstena vaggeryd valdemarsvik vallentuna vansbro vara varberg vaxholm vellinge vetlanda vilhelmina vimmerby
vindeln vingåker vårgårda vänersborg vännäs värmdö värmland värmlands värnamo västerbotten västerbottens västernorrland västernorrlands
västervik västerås västmanland västmanlands växjö västra götaland ydre ystad åmål ånge åre årjäng åsele åstorp åtvidaberg älmhult
älvdalen älvkarleby älvsbyn ängelholm öckerö ödeshög örebro örkelljunga örnsköldsvik östergötland östergötlands österåker östersund
östhammar östra göinge överkalix övertorneå
"""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`costs`: how rare each word is, in centibels (200 is one word in a hundred, 600 one in a million). `rare`:
    words too rare to be guessed, which are still words where they stand. `openings`: every beginning of a word of `costs`, the words
    themselves included. `places`: names of municipalities and counties.
    """

    costs: dict[str, int]
    rare: dict[str, int]
    openings: frozenset[str]
    places: frozenset[str]


def _of_the_trade() -> Iterator[str]:
    """The words of the forms' own labels, instructions and terms, and those that applications are made of."""
    texts = [label for f in FORM.fields for label in (*f.labels, *f.weak)]
    texts += [*FORM.ignored, STANDING_TERMS, _TERMS, _PLACES, *(wording for wording, _ in FORM.levels)]
    texts += [w for words in (*PARTY.values(), *SIGNATURE.values()) for w in words]
    for text in texts:
        yield from _WORD.findall(text.lower())


@cache
def swedish() -> Lexicon:
    """The lexicon, loaded when it is first asked for (0.3 CPU seconds)."""
    from wordfreq import get_frequency_list  # noqa: PLC0415 - damaged text alone needs it, and it costs every start 0.2 s

    by_cost = get_frequency_list("sv", "large")
    costs = {word: cost for cost, words in enumerate(by_cost[: RAREST + 1]) for word in words if word.isalpha()}
    rare = {word: cost for cost, words in enumerate(by_cost[RAREST + 1 : _HARDLY], RAREST + 1) for word in words}
    for word in set(_of_the_trade()):
        costs[word] = min(costs.get(word, _OF_THE_TRADE), _OF_THE_TRADE) - _BONUS
    return Lexicon(costs, rare, frozenset(word[:n] for word in costs for n in range(1, len(word) + 1)), frozenset(_PLACES.split()))
