"""The calls that some meeting programs make of their own: one visible table."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from flask import Flask

from server.host_world import HostWorld

Register: TypeAlias = Callable[[Flask, HostWorld], None]

HOST_ROUTES: Mapping[str, Register] = MappingProxyType({})
"""Gives Flask the calls of each host that has some, by the host's name."""
