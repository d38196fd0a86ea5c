from server.picture_replies import PictureReply
from server.spoken import REPLIES


def test_the_client_knows_what_is_replied_of_a_picture():
    assert REPLIES["PictureReply"] is PictureReply
