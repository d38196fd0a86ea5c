# All work is in dev.py, which needs nothing but Python: `python3 dev.py run` does the same.
# Arguments: make test ARGS="tests/server -k desk"
PYTHON ?= python3

.PHONY: run demo test check format protocol lock faults hostile promises bench opening canvas arriving soak

run demo test check format protocol lock faults hostile promises bench opening canvas arriving soak:
	@$(PYTHON) dev.py $@ $(ARGS)
