from server.exports.data_url import data_url
from tests.server.any_picture import png


def test_a_picture_is_an_address_of_its_own_kind():
    assert data_url(png()).startswith("data:image/png;base64,iVBOR")
