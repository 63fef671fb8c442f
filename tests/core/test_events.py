"""The event bus: every subscriber, in order, until it ends its subscription."""

from __future__ import annotations

import threading
from collections.abc import Callable

from kopia_desktop.core.events import EngineChanged, Event, EventBus, JobAdded, SegmentsAdded


def test_each_subscriber_gets_each_event_in_order() -> None:
    bus = EventBus()
    first: list[Event] = []
    second: list[Event] = []
    bus.subscribe(first.append)
    bus.publish(JobAdded("job_1"))
    bus.subscribe(second.append)
    bus.publish(SegmentsAdded("job_1", 3))
    assert first == [JobAdded("job_1"), SegmentsAdded("job_1", 3)]
    assert second == [SegmentsAdded("job_1", 3)]


def test_an_ended_subscription_gets_nothing_and_may_be_ended_twice() -> None:
    bus = EventBus()
    got: list[Event] = []
    end = bus.subscribe(got.append)
    end()
    end()
    bus.publish(EngineChanged())
    assert got == []


def test_one_receiver_subscribed_twice_is_ended_one_by_one() -> None:
    bus = EventBus()
    got: list[Event] = []
    receiver = got.append
    end = bus.subscribe(receiver)
    bus.subscribe(receiver)
    bus.publish(EngineChanged())
    end()
    bus.publish(EngineChanged())
    assert len(got) == 3


def test_a_subscription_may_end_while_events_go_out() -> None:
    bus = EventBus()
    got: list[str] = []
    ends: list[Callable[[], None]] = []

    def once(event: Event) -> None:
        got.append("once")
        ends[0]()

    ends.append(bus.subscribe(once))
    bus.subscribe(lambda event: got.append("always"))
    bus.publish(EngineChanged())
    bus.publish(EngineChanged())
    assert got == ["once", "always", "always"]


def test_events_come_in_the_publishers_thread() -> None:
    bus = EventBus()
    names: list[str] = []
    bus.subscribe(lambda event: names.append(threading.current_thread().name))
    thread = threading.Thread(target=bus.publish, args=(JobAdded("job_1"),), name="publisher")
    thread.start()
    thread.join()
    assert names == ["publisher"]


def test_subscribing_from_many_threads_loses_none() -> None:
    bus = EventBus()
    got: list[Event] = []

    def join_and_leave() -> None:
        for _ in range(200):
            bus.subscribe(got.append)()
        bus.subscribe(got.append)

    threads = [threading.Thread(target=join_and_leave) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    bus.publish(JobAdded("job_1"))
    assert len(got) == 8
