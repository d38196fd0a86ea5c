"""What the files of meeting programs are made from."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit


class BadAddress(ValueError):  # noqa: N818 - reads as what is wrong
    """Its text is a sentence for the operator."""


@dataclass(frozen=True, slots=True)
class Asked:
    """`url`: where people reach this server, without a slash at its end. `settings`: those of each host."""

    url: str
    settings: Mapping[str, Mapping[str, str]]

    @property
    def domain(self) -> str:
        """The name of this server, with its port if it has one of its own."""
        return urlsplit(self.url).netloc

    def of(self, host: str, name: str, otherwise: str) -> str:
        """A setting of a host, or what stands in its place until it is known."""
        return self.settings.get(host, {}).get(name, "") or otherwise


def asked(url: str, settings: Mapping[str, Mapping[str, str]]) -> Asked:
    """Check the address. Raises: `BadAddress`: meeting programs show pages with https and a name only."""
    parts = urlsplit(url.rstrip("/"))
    if parts.scheme != "https" or not parts.hostname or "." not in parts.hostname or parts.path or parts.query:
        message = "--public-url must be an address such as https://board.example.org"
        raise BadAddress(message)
    return Asked(f"https://{parts.netloc}", settings)
