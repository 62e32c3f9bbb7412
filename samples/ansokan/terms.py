"""The forms' standing terms ("Överenskommelse"), which an applicant shall leave as they are."""

from __future__ import annotations

from samples.ansokan.application import Term

STANDING = (
    Term(
        "Lagar och förordningar",
        "Insatsägarna är verksamhetsansvariga och har det fulla ansvaret för att gällande lagar, förordningar, föreskrifter och egna "
        "styrdokument, vilka på något sätt berör uppdraget enligt denna ansökan, följs. Åtagandet inkluderar att följa tillämpliga och "
        "gällande styrdokument inom förbundet.",
    ),
    Term(
        "Arbetsgivaransvar",
        "Personal som arbetar i insatsen är fortsatt anställda av berörd medlemsorganisation som också har kvar det fullständiga "
        "arbetsgivaransvaret.",
    ),
    Term(
        "Information från insatsen",
        "Vid ett beviljande av insatsen ska insatsen löpande lämna information om sin verksamhet enligt de sätt som Samordningsförbundet "
        "meddelar. Främst handlar detta om redovisning i SUS (System för uppföljning av samverkan inom rehabiliteringsområdet) samt om "
        "olika rapporter om läget i och utsikterna för insatsen enligt gällande rutiner för insatser. Viktiga förändringar i insatsen ska "
        "avvikelserapporteras i särskild ordning.",
    ),
    Term(
        "Kostnader",
        "De i beslut beviljade medlen utgör ett maxbelopp, och grund för ersättning är faktisk upparbetade kostnader. Styrelsens beslut "
        "om finansiering av samverkansinsatser gäller under förutsättning att förbundet beviljas medel från medlemsorganisationerna "
        "framöver.",
    ),
    Term(
        "Underskrifter",
        "Inför behandling av Samordningsförbundet arbetsutskott/styrelse för beslut skall samtliga parters behöriga beslutsfattare ha "
        "skrivit under och ställt sig bakom ansökan. I och med nedanstående underskrifter och ett därpå följande positivt beslut från "
        "Samordningsförbundets styrelse så har ett åtagande från insatsägarna, både gentemot varandra och mot Samordningsförbundet, att "
        "uppfylla denna plan inom de beskrivna ramarna överenskommits.",
    ),
)
INSTRUCTION = "(Texten under hela detta avsnitt skall stå kvar orörd)"
