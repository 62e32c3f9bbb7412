"""Sweden's municipalities by county, regions and authorities, as they are spelt: the names that a damaged text most likely holds.

Source: Statistics Sweden, "Län och kommuner i kodnummerordning" (21 counties, 290 municipalities).
"""

from __future__ import annotations


def _names(text: str) -> tuple[str, ...]:
    return tuple(" ".join(name.split()) for name in text.split(","))


COUNTIES: dict[str, tuple[str, ...]] = {
    "Stockholms": _names(
        """
        Upplands Väsby, Vallentuna, Österåker, Värmdö, Järfälla, Ekerö, Huddinge, Botkyrka, Salem, Haninge, Tyresö, Upplands-Bro,
        Nykvarn, Täby, Danderyd, Sollentuna, Stockholm, Södertälje, Nacka, Sundbyberg, Solna, Lidingö, Vaxholm, Norrtälje,
        Sigtuna, Nynäshamn
        """
    ),
    "Uppsala": _names("Håbo, Älvkarleby, Knivsta, Heby, Tierp, Uppsala, Enköping, Östhammar"),
    "Södermanlands": _names("Vingåker, Gnesta, Nyköping, Oxelösund, Flen, Katrineholm, Eskilstuna, Strängnäs, Trosa"),
    "Östergötlands": _names(
        """
        Ödeshög, Ydre, Kinda, Boxholm, Åtvidaberg, Finspång, Valdemarsvik, Linköping, Norrköping, Söderköping, Motala, Vadstena,
        Mjölby
        """
    ),
    "Jönköpings": _names(
        """
        Aneby, Gnosjö, Mullsjö, Habo, Gislaved, Vaggeryd, Jönköping, Nässjö, Värnamo, Sävsjö, Vetlanda, Eksjö, Tranås
        """
    ),
    "Kronobergs": _names("Uppvidinge, Lessebo, Tingsryd, Alvesta, Älmhult, Markaryd, Växjö, Ljungby"),
    "Kalmar": _names(
        """
        Högsby, Torsås, Mörbylånga, Hultsfred, Mönsterås, Emmaboda, Kalmar, Nybro, Oskarshamn, Västervik, Vimmerby, Borgholm
        """
    ),
    "Gotlands": _names("Gotland"),
    "Blekinge": _names("Olofström, Karlskrona, Ronneby, Karlshamn, Sölvesborg"),
    "Skåne": _names(
        """
        Svalöv, Staffanstorp, Burlöv, Vellinge, Östra Göinge, Örkelljunga, Bjuv, Kävlinge, Lomma, Svedala, Skurup, Sjöbo, Hörby,
        Höör, Tomelilla, Bromölla, Osby, Perstorp, Klippan, Åstorp, Båstad, Malmö, Lund, Landskrona, Helsingborg, Höganäs, Eslöv,
        Ystad, Trelleborg, Kristianstad, Simrishamn, Ängelholm, Hässleholm
        """
    ),
    "Hallands": _names("Hylte, Halmstad, Laholm, Falkenberg, Varberg, Kungsbacka"),
    "Västra Götalands": _names(
        """
        Härryda, Partille, Öckerö, Stenungsund, Tjörn, Orust, Sotenäs, Munkedal, Tanum, Dals-Ed, Färgelanda, Ale, Lerum, Vårgårda,
        Bollebygd, Grästorp, Essunga, Karlsborg, Gullspång, Tranemo, Bengtsfors, Mellerud, Lilla Edet, Mark, Svenljunga,
        Herrljunga, Vara, Götene, Tibro, Töreboda, Göteborg, Mölndal, Kungälv, Lysekil, Uddevalla, Strömstad, Vänersborg,
        Trollhättan, Alingsås, Borås, Ulricehamn, Åmål, Mariestad, Lidköping, Skara, Skövde, Hjo, Tidaholm, Falköping
        """
    ),
    "Värmlands": _names(
        """
        Kil, Eda, Torsby, Storfors, Hammarö, Munkfors, Forshaga, Grums, Årjäng, Sunne, Karlstad, Kristinehamn, Filipstad, Hagfors,
        Arvika, Säffle
        """
    ),
    "Örebro": _names(
        """
        Lekeberg, Laxå, Hallsberg, Degerfors, Hällefors, Ljusnarsberg, Örebro, Kumla, Askersund, Karlskoga, Nora, Lindesberg
        """
    ),
    "Västmanlands": _names(
        """
        Skinnskatteberg, Surahammar, Kungsör, Hallstahammar, Norberg, Västerås, Sala, Fagersta, Köping, Arboga
        """
    ),
    "Dalarnas": _names(
        """
        Vansbro, Malung-Sälen, Gagnef, Leksand, Rättvik, Orsa, Älvdalen, Smedjebacken, Mora, Falun, Borlänge, Säter, Hedemora,
        Avesta, Ludvika
        """
    ),
    "Gävleborgs": _names("Ockelbo, Hofors, Ovanåker, Nordanstig, Ljusdal, Gävle, Sandviken, Söderhamn, Bollnäs, Hudiksvall"),
    "Västernorrlands": _names("Ånge, Timrå, Härnösand, Sundsvall, Kramfors, Sollefteå, Örnsköldsvik"),
    "Jämtlands": _names("Ragunda, Bräcke, Krokom, Strömsund, Åre, Berg, Härjedalen, Östersund"),
    "Västerbottens": _names(
        """
        Nordmaling, Bjurholm, Vindeln, Robertsfors, Norsjö, Malå, Storuman, Sorsele, Dorotea, Vännäs, Vilhelmina, Åsele, Umeå,
        Lycksele, Skellefteå
        """
    ),
    "Norrbottens": _names(
        """
        Arvidsjaur, Arjeplog, Jokkmokk, Överkalix, Kalix, Övertorneå, Pajala, Gällivare, Älvsbyn, Luleå, Piteå, Boden, Haparanda,
        Kiruna
        """
    ),
}
"""The municipalities of each county, which is named in the genitive ("Uppsala län")."""

REGIONS = _names(
    """
    Stockholm, Uppsala, Sörmland, Östergötland, Jönköpings län, Kronoberg, Kalmar län, Gotland, Blekinge, Skåne, Halland, Västra
    Götaland, Värmland, Örebro län, Västmanland, Dalarna, Gävleborg, Västernorrland, Jämtland Härjedalen, Västerbotten, Norrbotten
    """
)

AUTHORITIES = _names(
    """
    Arbetsförmedlingen, Försäkringskassan, Kriminalvården, Skatteverket, Migrationsverket, Socialstyrelsen, Kronofogden,
    Polismyndigheten, Länsstyrelsen, Skolverket, Folkhälsomyndigheten, Arbetsmiljöverket, Pensionsmyndigheten,
    Jämställdhetsmyndigheten, Bolagsverket, Centrala studiestödsnämnden, Statistiska centralbyrån, Inspektionen för
    socialförsäkringen, Inspektionen för vård och omsorg, Myndigheten för delaktighet, Nationella rådet för finansiell samordning,
    Socialförvaltningen, Socialtjänsten, Landstinget, Vårdcentralen
    """
)
