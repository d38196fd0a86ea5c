"""What has no short form is looked at only when the long forms are asked for."""

LONG_ONLY = {"test_each_write.py", "test_while_people_write.py"}


def pytest_ignore_collect(collection_path, config):
    """True for what is not asked for; None leaves it to others."""
    return True if collection_path.name in LONG_ONLY and not config.getoption("long") else None
