"""How a folder is watched: what an office may set of it, in the table `[watch]` of its settings file."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from underlag.schemas.policy import Text, Truth
from underlag.schemas.result import Model

Address = Annotated[str, Field(strict=True, pattern=r"^[^\s@,;<>]+@[^\s@,;<>]+$")]


class Notice(Model):
    """Who is told of files that have been read or given up; nobody where nothing is set."""

    daily_at: Annotated[str, Field(strict=True, pattern=r"^([01]\d|2[0-3]):[0-5]\d$")] | None = Field(
        default=None,
        description='klockslag ("16:30") för en sammanfattning om dagen; utan värde ett meddelande för varje fil',
    )
    command: tuple[Text, ...] = Field(
        default=(),
        description="ett program och dess argument, var för sig inom citattecken; det får uppgifterna som JSON på standard in",
    )
    webhook: Annotated[str, Field(strict=True, pattern=r"^https?://\S+$")] | None = Field(
        default=None,
        description="en webbadress som uppgifterna skickas till som JSON (POST)",
    )
    email_to: tuple[Address, ...] = Field(default=(), description="e-postadresser, var och en inom citattecken")
    email_from: Address = Field(default="underlag@localhost", description="avsändarens e-postadress")
    smtp: Annotated[str, Field(strict=True, pattern=r"^[\w.-]+(:\d{1,5})?$")] = Field(
        default="localhost:25",
        description="e-postserver i samma nät, som tar emot utan inloggning",
    )

    @property
    def anybody(self) -> bool:
        """Is there anybody to tell?"""
        return bool(self.command or self.webhook or self.email_to)


class Watching(Model):
    """The settings of `underlag watch`. Each field's description is what a new settings file says of it."""

    ledger: Text = Field(
        default=".arbete/liggare.db",
        description="liggaren: en fil på en lokal disk, eller postgresql://användare@server/databas",
    )
    settle_seconds: Annotated[float, Field(strict=True, ge=0, le=3600)] = Field(
        default=5.0,
        description="sekunder som en fil ska ha legat orörd innan den tas",
    )
    polling: Truth | None = Field(
        default=None,
        description="true: titta i inkorgen om och om igen i stället för att vänta på besked; utan värde väljs det som fungerar",
    )
    retry_seconds: Annotated[float, Field(strict=True, gt=0, le=900)] = Field(
        default=5.0,
        description="sekunder till nästa försök när något tillfälligt hindrar; därefter dubbelt så länge varje gång",
    )
    gone_minutes: Annotated[float, Field(strict=True, ge=0, le=10080)] = Field(
        default=60.0,
        description="minuter som mappen får vara borta innan tjänsten slutar",
    )
    time_limit_seconds: Annotated[float, Field(strict=True, gt=0, le=86400)] = Field(
        default=900.0,
        description="sekunder som ett dokument får ta att läsa",
    )
    memory_limit_mb: Annotated[int, Field(strict=True, ge=256, le=1 << 20)] = Field(
        default=4096,
        description="megabyte minne som läsningen av ett dokument får använda",
    )
    json_log: Truth = Field(
        default=False,
        description="true: skriv loggen som JSON, en rad för varje händelse",
    )
    notice: Notice = Field(default=Notice(), description="meddelanden om filer som har lästs eller inte har kunnat läsas")
