from desktop.guide.steps import FirstSteps, Step


def shown(steps: FirstSteps) -> list[Step]:
    return list(steps.shown)


def test_nobody_is_shown_steps_unasked_who_is_not_new() -> None:
    assert shown(FirstSteps()) == []


def test_a_newcomer_sees_three_until_each_is_understood() -> None:
    steps = FirstSteps()
    steps.begin()
    assert shown(steps) == [Step.WRITE, Step.ACCOUNT, Step.DECIDE]

    steps.dismiss(Step.ACCOUNT)
    assert shown(steps) == [Step.WRITE, Step.DECIDE]
    steps.dismiss(Step.WRITE)
    steps.dismiss(Step.DECIDE)
    assert shown(steps) == []


def test_they_make_way_for_a_draft_and_come_back() -> None:
    steps = FirstSteps()
    steps.begin()

    steps.note_draft(empty=False)
    assert shown(steps) == []
    steps.note_draft(empty=True)
    assert len(shown(steps)) == 3


def test_who_asks_sees_them_beside_a_draft_until_they_are_understood() -> None:
    steps = FirstSteps()
    steps.note_draft(empty=False)

    steps.ask()
    assert len(shown(steps)) == 3
    for step in Step:
        steps.dismiss(step)
    assert shown(steps) == []
    steps.begin()
    assert shown(steps) == []
