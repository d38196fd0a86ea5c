"""The engines that there are: what FOLKMOOT_ENGINE may say, and where each is."""

ENGINES = {
    "eventlet": "server.engines.green",
    "gevent": "server.engines.gevents",
    "threading": "server.engines.threads",
}
