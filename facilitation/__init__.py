"""The workshop as pure rules: no clock, no chance, no input or output."""
