from facilitation.said import Said, language_of


def test_words_are_words_and_know_their_language():
    assert Said("Bore da", "cy") == "Bore da"
    assert language_of(Said("Bore da", "cy")) == "cy"
    assert language_of("Good morning") == language_of(Said("Good morning")) == ""
