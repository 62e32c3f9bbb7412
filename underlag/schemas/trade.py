"""Words of the trade: what applications and reports about rehabilitation are made of, for reading damaged text."""

from __future__ import annotations

TRADE: frozenset[str] = frozenset(
    """
    ansökan ansöks ansökt arbetsmarknadsförvaltningen arbetsförmedlare arbetsförmedlaren arbetsförmåga avstämning avstämningar
    beslutsfattare bifogas bistånd bistånds budgetsammanställning deltagare delinsatsägare egenfinansiering egenförsörjning förbundet
    förbundets förebyggande förrehabilitering förrehabiliterande försörjning försörjningsstöd förvaltning förlängning förtydligande
    fördjupad föräldrar färgmarkerade fält följande genomförande handläggare handläggaren huvudinsatsägare hälso individnivå insatsägare
    insatsägaren insatsägarens insatsägarna insatsmål insatsansvarig kartläggning kartläggningen kriminalvården kvalitetssäkring landsting
    lokalkostnader lägesrapport långtidssjukskrivna löneökning lönekostnader löptid lönebidrag lönestöd medfinansiering målgrupp
    målgruppen målgruppens målgrupper målgrupperna målsättning målsättningen måluppfyllelse måluppfyllelsen månader möjliggöra möjlighet
    möjligheter möte möten mötet myndighet namnförtydligande närvaro nätverk ohälsa ordförande pålägg påslag processtödjare projektägare
    projektägarnas rehabiliteringskoordinator resultatmål resurs samordnare samordnings samordningsförbund samordningsförbundet
    samordningsförbundets samordningsteam samordningsteamet samverkansinsats samverkansinsatser samverkanspart samverkansparter
    självförsörjning självkänsla självständig sjukpenninggrundande sjukskrivning socialförvaltningen socialtjänst socialtjänsten
    socialsekreterare socialsekreterarna spridningsseminarier stegförflyttning stödet stödinsatser stödja strukturnivå styrgrupp
    styrgruppen styrgruppsmöte styrgruppsmöten ställning sätten sysselsättning sysselsättningsgrad tidsperiod tillägg tillvarata tjänst
    tjänster tolk tolkkostnader uppföljning uppföljningar uppföljningen utanförskap utbildning utvärdering utvärderingen utvärderingar
    vård vården vårdcentral vårdcentraler vårdcentralen vårdgivare åldersgrupp återgång återkommande åtagande åtgärd åtgärder åtta
    återkoppling ägare ökad ökar ökning ömsesidig öppenvård övergripande överenskommelse överlämning övrig övriga övrigt även också från
    när där måste några åldern närmare särskilda särskild större självskattad därefter därmed därför härigenom stödåtgärder språkstöd
    långsiktig
    """.split()
)

SURE_TWINS: frozenset[str] = frozenset(
    """
    för är län stöd där mål så väg målen året än många får fått målet gäller öka rätt står gått uppbär månad stå nära läget
    behövs svårt hälsa lång åren årets aktör aktörer aktörerna aktörernas aktörers båda tillfällen huvudmän huvudmännen helår möta mötas
    länge källa bästa växa säga långa kön förts våld väntar träna hårt läns krävs genomförs nått nämns länk mönster läggs lägga ställen
    känd känt tänka tänker männen fastställs resultaträkning vända består stått mätning progressionsmätning arbetsprövning prövning
    rådgivande välgrundad flöden ökat ökade ökats nås
    """.split()
)
"""Words whose bare twin is Swedish too ("stod", "far", "lan"), but hardly ever what these texts mean."""
