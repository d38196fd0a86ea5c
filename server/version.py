"""The version of this program, as the change log names it."""

VERSION = "0.1.0"
