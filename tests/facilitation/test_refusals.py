"""Refusals: one plain sentence each."""

from facilitation.refusals import SENTENCES, Refusal, refused


def test_every_refusal_has_a_sentence():
    assert set(SENTENCES) == set(Refusal)
    for code in Refusal:
        assert refused(code).say == SENTENCES[code]


def test_sentences_are_short_and_use_no_word_of_ours():
    ours = {"sealed", "seat id", "credential", "verify", "run", "superseded", "token"}
    for sentence in SENTENCES.values():
        assert len(sentence.split()) <= 20
        assert not ours & set(sentence.lower().replace(".", "").split())
