"""What is particular to pictures in memory; that they are kept as they should, `test_pictures` shows."""

from server.stores.pictures_memory import MemoryPictures


def test_where_the_last_picture_went_nothing_is_remembered_of_the_workshop():
    pictures = MemoryPictures(lambda _workshop: True)
    pictures.keep("w" * 32, "a" * 32, b"x")
    pictures.drop("w" * 32, "a" * 32)
    assert pictures.workshops() == []
