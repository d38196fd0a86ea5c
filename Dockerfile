# The screen is built with Node; what runs is Python alone.
FROM node:24-slim AS screen
WORKDIR /folkmoot
COPY client client
RUN cd client && npm ci --no-audit --no-fund --ignore-scripts && node_modules/.bin/vite build

FROM python:3.11-slim
WORKDIR /folkmoot
COPY requirements-run.txt .
RUN pip install --no-cache-dir --require-hashes -r requirements-run.txt \
 && useradd --system --no-create-home folkmoot \
 && install -d -o folkmoot -m 0700 data
COPY facilitation facilitation
COPY templates templates
COPY server server
COPY --from=screen /folkmoot/server/static server/static
USER folkmoot
ENV PYTHONUNBUFFERED=1
EXPOSE 8000
HEALTHCHECK --interval=5s --timeout=3s \
  CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=2)"]
CMD ["python", "-m", "server", "run"]
