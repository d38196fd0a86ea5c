import threading

from server.demo.person import Person

PATIENCE = 20.0


def test_a_person_does_what_the_step_asks_and_goes_on_with_the_next(make_workshop):
    opened = make_workshop()
    mind = opened.mind()
    living = threading.Thread(target=Person(mind, 0.1).take_part)
    living.start()
    opened.to("Our question")
    assert opened.leader.wait(PATIENCE, lambda board: len(board.cards("question")) == len(mind.town.questions))
    opened.leader.ask("EndWorkshop", run=opened.leader.board.run_id)
    living.join(PATIENCE)
    assert not living.is_alive()


def test_a_person_stops_writing_when_the_workshop_moves_on(make_workshop):
    opened = make_workshop()
    mind = opened.mind()
    opened.to("Ideas")
    assert mind.device.wait(PATIENCE, lambda board: board.phase.get("title") == "Ideas")
    slow = Person(mind, 3600)
    step = threading.Thread(target=slow.step)
    step.start()
    opened.next()
    step.join(PATIENCE)
    assert not step.is_alive()
    assert opened.leader.board.cards("idea") == []


def test_five_people_who_are_done_say_so(make_workshop):
    opened = make_workshop()
    people = [Person(opened.mind(seat, 5), 0.1) for seat in range(5)]
    opened.to("Hello")
    for person in people:
        threading.Thread(target=person.take_part, daemon=True).start()
    leader = opened.leader
    assert leader.wait(PATIENCE, lambda _: leader.room["done"] == "all")
    leader.ask("EndWorkshop", run=leader.board.run_id)


def test_a_person_whose_device_is_closed_is_gone(make_workshop):
    opened = make_workshop()
    mind = opened.mind()
    living = threading.Thread(target=Person(mind, 0.1).take_part)
    living.start()
    mind.device.close()
    living.join(PATIENCE)
    assert not living.is_alive()
