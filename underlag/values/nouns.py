"""The noun that a Swedish number counts, found by the shape of the words after it.

There is no tagger here: plural nouns seldom end in -a, adjectives and participles before them always do.

>>> counted_noun(["tillfalligt", "anstallda", "handledare", "utbildas", "internt"], one=False)
2
>>> counted_noun(["kompetenshojande", "insats", "for", "parterna"], one=True)
1
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from underlag.values.numerals import NUMERALS

# Words that end a noun phrase: small words, and the verbs that goals are written with. Folded.
_SMALL = (
    "i pa av for till fran med om vid hos inom under efter fore innan utan genom mot mellan kring via over utifran enligt per varje"
    " var vart och eller samt men som att dar nar da sa vilket vilka vilken varav darav an inte ej aven ocksa endast bara minst hogst"
    " max de dem det den dessa detta denna vi han hon hen sig sin sitt sina deras dess alla samtliga nagon nagot totalt sammanlagt ca"
    " cirka följande foljande ovan nedan respektive upp ut in ner fram vidare tillbaka ihop gora dock sedan redan arligen är"
    " kvartalsvis manadsvis veckovis manatligen terminsvis senast forst direkt antingen dels dvs bland hogre lagre"
)
_VERBS = (
    "ska skall skulle kan kunna kunnat bor maste vill far fa fatt har ha haft ar blir bli blivit vara varit gor gjort ger ge gett tar"
    " ta tagit gar ga gatt nar na natt kommer komma kommit deltar delta deltagit genomgar genomga genomgatt uppnar uppna uppnatt"
    " erbjuds erbjudas erbjuda erbjudits genomfors genomforas genomfora genomfort genomfor hanvisas remitteras slussas skrivs skrivas"
    " skrivits skriver skrivit avslutar avslutas avsluta avslutat avslutats paborjar paborjas paborja paborjat fullfoljer fullfolja"
    " fullfoljt upplever uppleva upplevt anser anse ansett uppger uppge uppgett uppgivit okar oka okat minskar minska minskat erhaller"
    " erhalla erhallit ingar inga ingatt traffa traffat foljer foljas foljs folja foljt atergar aterga atergatt borjar borja"
    " borjat studerar arbetar arbeta arbetat startar starta startat startas anordnas anordna halls hallas halla hallit bjuds bjudas"
    " ingick fick hade gick blev kom tog nadde deltog genomforde genomgick avslutade paborjade klarar klara klarat lamnar lamna lamnat"
    " bedoms bedomas finns finnas funnits behover beviljas skapas skapa tas ges fors utbildas antas kontaktas svarar svarat beskriver"
    " visar visat stegforflyttas gynnas omfattas beraknas forvantas uppskattas planeras motsvarar utgor berors coachas matchas"
)
STOPS = frozenset(f"{_SMALL} {_VERBS}".split())

_VERB = re.compile(
    r"\w*(?:bryter|slutar|borjar|foljer|kommer|upplever|kanner|soker|haller|lamnar|skaffar|atervander|svarar|genomfor|slutfor"
    r"|(?:a|d|t|r|l|n|v|g)des|skrevs|togs|gavs|drevs|holls|erholl)"
)

# Folded endings. An attribute is passed over only where a noun can follow; else it is itself what is counted ("50 unga").
_PARTICIPLE = ("ade", "ande", "ende", "ida", "lda", "nda", "rda")
_ADVERB = ("igt", "iskt", "ellt", "vis", "massigt", "ligen")
_ONE_ENDINGS = tuple("ad erat ande ende ig lig isk ell iv ivt bar bart sam samt lost los full fullt".split())
_DEFINITE = ("arna", "erna", "orna", "rna")
_ATTRIBUTES = frozenset(
    "ny nytt nya stor stort liten litet sma lang langt kort ung unga aldre yngre olika fler flera fa extra egen eget egna fast oppen"
    " oppet lokal lokalt regional social digital digitalt ordinarie bra val helt nara mer mindre hel halv annan annat andra forsta"
    " viss vissa intern externt extern internt svensk god gott tydlig aktiv central formell specifik konkret st stycken styck fysisk"
    " unik utvald utvalt skriftligt tidigare ytterligare nyanlanda gemensam gemensamt enskild enskilt framtagen framtaget oberoende"
    " kvalitativ anpassat utbildad riktat planerat strukturerat fordjupat samordnat inplanerat dokumenterat etablerat individanpassat"
    " upprattat utarbetat genomfort bokat".split()
)
_NOUNS_AFTER_ALL = frozenset(
    "resultat certifikat projekt mandat format internat budgetar samtal antal boende larande sokande ordforande erbjudande atagande"
    " utlatande forfarande anbud ansokan uppfoljning samverkan dialog plan data tema schema trygghet ar".split()
)
_GENITIVE = re.compile(r"\w{2,}(?:ens|ets|nas|ans|uns|sens|rs|dets|as|os|ers|ngs)")
_SHORT_NOUN_S = re.compile(
    r".*(?:kurs|pass|process|plats|praktikplats|insats|arbetsplats|utbildningsplats|resurs|service|remiss|analys|besoks|konferens)"
)
_WORD = re.compile(r"[^\W\d_].*")


def counted_noun(words: Sequence[str], *, one: bool) -> int | None:
    """The index of the noun in the folded words after a number; None where the phrase has none. `one`: the number is 1."""
    last: int | None = None
    for at, word in enumerate(words[:8]):
        if word in (",", "och", "eller") and last is not None and last == at - 1 and _noun_follows(words, at + 1):
            last = at
            continue
        if word in STOPS or word in NUMERALS or _VERB.fullmatch(word) or not _WORD.fullmatch(word):
            return None if last is None else _attribute_as_noun(words, last)
        following = words[at + 1] if at + 1 < len(words) else ""
        if not _is_attribute(word, following, one=one):
            return at
        last = at
    return None if last is None else _attribute_as_noun(words, last)


def _noun_follows(words: Sequence[str], at: int) -> bool:
    """After "korta och" or "korta," the phrase goes on only with another attribute that has its noun."""
    if at + 1 >= len(words) or not STOPS.isdisjoint(words[at : at + 2]):
        return False
    return words[at].endswith(("a", "ade", "ande", "ende")) and _WORD.fullmatch(words[at + 1]) is not None


def _attribute_as_noun(words: Sequence[str], at: int) -> int | None:
    word = words[at]
    bare = word in ("st", "stycken", "styck", "ytterligare", "fler", "flera", "mer", "mindre", "val", "helt", "andra", "olika", "forsta")
    return None if bare or word.endswith(_ADVERB) or not _WORD.fullmatch(word) else at


def _is_attribute(word: str, following: str, *, one: bool) -> bool:
    if word in _NOUNS_AFTER_ALL or word.endswith(_DEFINITE):
        return False
    if word in _ATTRIBUTES or word.endswith(_ADVERB):
        return True
    if following in STOPS or not _WORD.fullmatch(following or "-"):
        return word.endswith(("a", *_PARTICIPLE)) and not one
    if _GENITIVE.fullmatch(word) and not _SHORT_NOUN_S.fullmatch(word):
        return True
    if one:
        return word.endswith((*_ONE_ENDINGS, *_PARTICIPLE))
    return word.endswith(("a", *_PARTICIPLE))
