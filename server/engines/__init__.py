"""The engines that there are: what FOLKMOOT_ENGINE may say, and where each is."""

ENGINES = {
    "eventlet": "server.engines.green",
    "threading": "server.engines.threads",
}
