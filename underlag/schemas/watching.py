"""How a folder is watched: what an office may set of it, in the table `[watch]` of its settings file."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from underlag.schemas.policy import Text, Truth
from underlag.schemas.result import Model


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
