# underlag as a service: the folder of `underlag watch` in a volume, everything it needs inside, nothing fetched when it runs.
#
#   docker build -t underlag .
#   docker run -d --name underlag -v /srv/underlag:/data underlag
FROM python:3.11-slim-bookworm AS build

WORKDIR /src
COPY pyproject.toml requirements.lock README.md ./
COPY underlag ./underlag
RUN python -m venv /opt/underlag \
    && /opt/underlag/bin/pip install --no-cache-dir --no-deps --requirement requirements.lock \
    && /opt/underlag/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.11-slim-bookworm

# The Swedish models of Tesseract, and what PDF is written with.
RUN apt-get update \
    && apt-get install -y --no-install-recommends \
        tesseract-ocr tesseract-ocr-swe tesseract-ocr-eng tesseract-ocr-osd \
        libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-liberation \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin underlag \
    && install -d -o underlag -g underlag /data
COPY --from=build /opt/underlag /opt/underlag
ENV PATH=/opt/underlag/bin:$PATH LANG=C.UTF-8 TZ=Europe/Stockholm

USER underlag
VOLUME /data
HEALTHCHECK --interval=60s --timeout=20s --start-period=60s CMD ["underlag", "status", "/data"]
# The folders are made if they aren't there: the volume is what can't be away.
CMD ["sh", "-c", "underlag init /data && exec underlag watch /data"]
