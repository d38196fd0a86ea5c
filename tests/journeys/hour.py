"""The hour `hats-problem-60`, from the first step to the end, by whoever takes part.

`walk` is a generator: it stops at every screen with the screen's name, so that each journey
can look at it, and goes on when asked."""

from playwright.sync_api import expect

from tests.journeys.content import FINDING

AGENDA = "Problem solving in one hour"


class Walk:
    """One walk through the hour. `people`: by name, with the one who leads. `watching`: only look on."""

    def __init__(self, lead, people, hour, watching=()):
        self.lead, self.hour = lead, hour
        self.people = {lead.name: lead} | {one.name: one for one in people}
        self.watching = watching

    def everybody(self):
        return [*self.people.values(), *self.watching]

    def goes_on(self, title):
        self.lead.goes_on(title)
        self.arrives(title)

    def arrives(self, title):
        for one in self.everybody():
            one.stands_at(title)

    def write(self, kind, cards):
        for card in cards:
            self.people[card.by].writes(kind, card.text)

    def all_see(self, cards):
        for one in self.everybody():
            one.sees(*(card.text for card in cards))

    def nobody_sees(self, cards):
        """Nobody has the words of others on the page; a writer has the own ones, on the device."""
        for one in self.everybody():
            one.sees_nothing_of(*(card.text for card in cards if card.by != one.name))

    def vote(self, choices):
        """Opens the vote for everybody here, and everybody marks what they choose."""
        self.lead.opens_the_vote(len(self.people))
        for name, options in choices.items():
            self.people[name].picks(*options)

    # --- the steps

    def begins(self):
        for one in self.everybody():
            one.waits()
        self.lead.starts()
        self.arrives("Hello")
        yield "hello"
        self.write("Note", self.hour.notes)
        self.all_see(self.hour.notes)
        yield "hello-written"
        self.goes_on("Our question")
        question = self.hour.question
        person = self.people[question.by]
        person.hand.type(person.box("Your question"), question.text)
        person.hand.type(person.box("The name people will see"), question.by)
        person.presses("Add question")
        self.all_see([question])
        self.reads_everywhere("signed: Maureen")
        yield "question"

    def reads_everywhere(self, text):
        for one in self.people.values():
            one.reads(text)

    def finds_ideas(self):
        hour = self.hour
        self.goes_on("What we know")
        self.write("Fact", hour.facts)
        self.write("What we do not know", hour.gaps)
        self.nobody_sees((*hour.facts, *hour.gaps))
        yield "facts"
        self.goes_on("Read the facts")
        self.all_see((*hour.facts, *hour.gaps))
        yield "facts-shown"
        self.goes_on("Ideas")
        ideas = (*(card for group in hour.ideas.values() for card in group), *hour.alone)
        self.write("Idea", ideas)
        for worry in hour.worries:
            self.people[worry.by].keeps_a_worry(worry.text)
        self.nobody_sees((*ideas, *hour.worries))
        yield "ideas"
        self.goes_on("Read the ideas")
        self.all_see(ideas)
        self.write("Idea", hour.late)
        self.all_see(hour.late)
        self.nobody_sees(hour.worries)
        yield "ideas-shown"

    def groups(self):
        self.goes_on("Like with like")
        yield "groups-empty"
        for group, cards in self.hour.ideas.items():
            late = [card for card in self.hour.late if card.about == group]
            self.people[cards[0].by].groups(group, *(card.text for card in (*cards, *late)))
        for one in self.people.values():
            for group in self.hour.ideas:
                expect(one.heading(group, 2)).to_be_visible()
        yield "groups"

    def shortlists(self):
        self.goes_on("What pulls you")
        yield "picks-roll"
        self.vote(self.hour.picks)
        yield "picks"
        self.lead.closes_the_vote()
        self.reads_everywhere("picked by" if len(self.people) > 2 else "Fewer than three people voted")
        if any(FINDING in options for options in self.hour.picks.values()):
            self.lead.hand.tick(self.lead.at.get_by_role("checkbox", name=FINDING), on=False)
            self.lead.presses("Use this list")
            self.lead.reads("This list is in use.")
        yield "picks-counted"

    def weighs(self):
        hour = self.hour
        self.goes_on("What is good")
        for card in hour.benefits:
            self.people[card.by].turns_to(card.about)
            self.people[card.by].writes("Benefit", card.text)
        self.nobody_sees((*hour.benefits, *hour.worries))
        yield "benefits"
        self.goes_on("What to watch")
        self.nobody_sees(hour.worries)
        self.all_see(())
        yield "check"

    def watches_out(self):
        hour = self.hour
        self.lead.shows_the_worries()
        for card in hour.cautions:
            self.people[card.by].turns_to(card.about)
            self.people[card.by].writes("Caution", card.text)
        self.reads_everywhere(hour.worries[0].text)
        for one in self.people.values():
            one.turns_to(hour.cautions[0].about)
            one.sees(hour.cautions[0].text)
        yield "cautions"
        self.goes_on("Ways round")
        for fix in hour.fixes:
            self.people[fix.by].finds_a_way_round(fix.about, fix.text)
        self.all_see(hour.fixes)
        yield "ways-round"

    def chooses(self):
        self.goes_on("Dots")
        self.vote(self.hour.dots)
        yield "dots"
        self.lead.closes_the_vote()
        if len(self.people) < 3:
            yield from self.talks()
            return
        self.reads_everywhere("too close to call")
        yield "tie"
        self.lead.presses("Vote again, one dot each")
        self.vote({name: (option,) for name, option in self.hour.run_off.items()})
        yield "run-off"
        self.lead.closes_the_vote()
        self.reads_everywhere("chosen")
        yield "run-off-counted"

    def talks(self):
        """Too few have voted for a result: the group talks, and chooses."""
        option = next(iter(self.hour.run_off.values()))
        self.reads_everywhere("Fewer than three people voted")
        yield "few"
        self.lead.presses("Talk for two minutes")
        yield "talking"
        self.lead.hand.tick(self.lead.at.get_by_role("radio", name=option))
        self.lead.presses("We chose this")
        self.reads_everywhere("We chose together.")
        yield "chosen"

    def agrees(self):
        hour = self.hour
        self.goes_on("What we do next")
        self.people[hour.decision.by].decides(hour.decision.text)
        for action in hour.actions:
            self.people[action.by].agrees(action.text, action.owner, action.due)
        self.people[hour.told.by].fills_in("How we tell people", hour.told.text)
        for one in self.everybody():
            for action in hour.actions:
                one.reads(action.text)
        yield "actions"
        self.lead.ends()
        self.arrives("Thank you")
        yield "goodbye"

    def __iter__(self):
        for part in (
            self.begins,
            self.finds_ideas,
            self.groups,
            self.shortlists,
            self.weighs,
            self.watches_out,
            self.chooses,
            self.agrees,
        ):
            yield from part()
