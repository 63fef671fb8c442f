"""GET /jobs: filters, order, bounds, pages."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from kopia_desktop.core.job import JobOptions, MediaType
from kopia_desktop.store.jobs import JobStore
from tests.api.arranged import STATUSES, begin, job_in
from tests.api.conftest import Api, error_of

if TYPE_CHECKING:
    from collections.abc import Sequence

NOON = datetime(2026, 3, 1, 12, 0, 0, tzinfo=UTC)


def made_at(api: Api, *moments: datetime) -> list[str]:
    """Pending jobs of these times; their ids in the same order."""
    store = JobStore(api.app.database)
    return [store.add(options=JobOptions(), now=moment).id for moment in moments]


def page(api: Api, **query: object) -> tuple[list[str], dict[str, Any]]:
    answer = api.get("/jobs", params=query)
    assert answer.status_code == 200, answer.text
    body = answer.json()
    assert list(body) == ["data", "pagination"]
    return [job["id"] for job in body["data"]], body["pagination"]


def ids(api: Api, **query: object) -> list[str]:
    found, pagination = page(api, **query)
    assert pagination["total"] == len(found)
    return found


def refused(api: Api, **query: object) -> None:
    answer = api.get("/jobs", params=query)
    assert (answer.status_code, error_of(answer)) == (400, "VALIDATION_ERROR"), query


@pytest.mark.contract("jobs.list", "page.shape", "jobs.list.offset", "jobs.list.limit")
def test_the_first_page_by_default(api: Api) -> None:
    assert page(api) == ([], {"offset": 0, "limit": 50, "total": 0, "hasMore": False})
    made = made_at(api, *(NOON + timedelta(minutes=each) for each in range(55)))
    found, pagination = page(api)
    assert found == made[:4:-1]
    assert pagination == {"offset": 0, "limit": 50, "total": 55, "hasMore": True}


@pytest.mark.contract("page.shape", "jobs.list.offset", "jobs.list.limit", "page.ties")
def test_pages_together_hold_each_job_once(api: Api) -> None:
    moments = [NOON + timedelta(milliseconds=each // 3) for each in range(23)]
    made_at(api, *moments)
    for order in ("asc", "desc"):
        whole, _ = page(api, limit=100, order=order)
        pieces: list[str] = []
        for offset in range(0, 23, 5):
            found, pagination = page(api, offset=offset, limit=5, order=order)
            assert pagination == {
                "offset": offset,
                "limit": 5,
                "total": 23,
                "hasMore": offset < 20,
            }
            pieces += found
        assert pieces == whole
        assert len(set(whole)) == 23
    assert page(api, offset=18, limit=5)[1]["hasMore"] is False
    assert page(api, offset=17, limit=5)[1]["hasMore"] is True
    for beyond in (23, 1000, 2**53 - 1):
        found, pagination = page(api, offset=beyond)
        assert (found, pagination["total"], pagination["hasMore"]) == ([], 23, False)


@pytest.mark.contract("page.limit", "jobs.list.limit", "jobs.list.offset", "input.types")
def test_limits_and_offsets_that_are_none(api: Api) -> None:
    made_at(api, NOON)
    assert page(api, limit=100)[1]["limit"] == 100
    assert page(api, limit=1)[1]["limit"] == 1
    for limit in ("101", "1000", "0", "-1", "1.5", "ten", "", " 5", "0x10", "1e1", "٥"):
        refused(api, limit=limit)
    for offset in ("-1", "1.5", "ten", "", "9" * 30):
        refused(api, offset=offset)


@pytest.mark.contract("jobs.list.status", "job.status", "input.choices")
def test_each_status_finds_its_jobs(api: Api) -> None:
    made = {status: job_in(api, status) for status in STATUSES}
    for status, job_id in made.items():
        assert ids(api, status=status) == [job_id]
        listed = api.get("/jobs", params={"status": status}).json()["data"]
        assert [job["status"] for job in listed] == [status]
    assert len(ids(api)) == len(STATUSES)
    for unknown in ("done", "", "Completed", "pending,failed", "all"):
        refused(api, status=unknown)


@pytest.mark.contract("jobs.list.type", "input.choices")
def test_each_type_finds_its_jobs(api: Api) -> None:
    audio, video, unopened = (job_in(api, "queued") for _ in range(3))
    begin(api.app, audio, MediaType.AUDIO)
    begin(api.app, video, MediaType.VIDEO)
    assert ids(api, type="audio") == [audio]
    assert ids(api, type="video") == [video]
    assert set(ids(api)) == {audio, video, unopened}
    assert ids(api, type="video", status="processing") == [video]
    assert ids(api, type="video", status="queued") == []
    for unknown in ("image", "", "Audio"):
        refused(api, type=unknown)


@pytest.mark.contract("jobs.list.created-from", "jobs.list.created-to", "page.bounds")
def test_bounds_are_inclusive_to_the_millisecond(api: Api) -> None:
    step = timedelta(milliseconds=1)
    made = made_at(api, NOON - step, NOON, NOON + step)
    shown = [job["createdAt"] for job in api.get("/jobs?order=asc").json()["data"]]
    assert shown == [
        f"2026-03-01T{each}Z" for each in ("11:59:59.999", "12:00:00.000", "12:00:00.001")
    ]
    assert ids(api, order="asc", createdFrom=shown[1]) == made[1:]
    assert ids(api, order="asc", createdTo=shown[1]) == made[:2]
    for index, moment in enumerate(shown):
        assert ids(api, createdFrom=moment, createdTo=moment) == [made[index]]
    assert ids(api, createdFrom=shown[2], createdTo=shown[0]) == []
    assert ids(api, createdFrom=shown[0], createdTo=shown[2], status="failed") == []


SAME: Sequence[str] = (
    "2026-03-01T12:00:00.000Z",
    "2026-03-01T12:00:00Z",
    "2026-03-01T12:00Z",
    "2026-03-01T12:00:00",
    "2026-03-01T12:00:00.000000",
    "2026-03-01T14:00:00+02:00",
    "2026-03-01T06:30:00-05:30",
    "2026-03-01T14:00:00+0200",
    "2026-03-01t12:00:00z",
)


@pytest.mark.contract("page.utc", "jobs.list.created-from", "jobs.list.created-to")
def test_times_are_read_as_iso_8601_has_them(api: Api) -> None:
    step = timedelta(milliseconds=1)
    before, at, after = made_at(api, NOON - step, NOON, NOON + step)
    for moment in SAME:
        assert ids(api, order="asc", createdFrom=moment) == [at, after], moment
        assert ids(api, order="asc", createdTo=moment) == [before, at], moment


@pytest.mark.contract("page.bounds", "jobs.list.created-from", "jobs.list.created-to")
def test_a_date_is_its_whole_day(api: Api) -> None:
    day = NOON.replace(hour=0)
    last = day + timedelta(days=1, milliseconds=-1)
    made = made_at(api, day - timedelta(milliseconds=1), day, last, day + timedelta(days=1))
    assert ids(api, order="asc", createdFrom="2026-03-01") == made[1:]
    assert ids(api, order="asc", createdTo="2026-03-01") == made[:3]
    assert ids(api, order="asc", createdFrom="2026-03-01", createdTo="2026-03-01") == made[1:3]


@pytest.mark.contract("input.types", "jobs.list.created-from", "jobs.list.created-to")
def test_times_that_are_none(api: Api) -> None:
    for moment in (
        "", "yesterday", "2026-02-30", "2026-13-01", "2026-03-01T25:00:00Z", "2026-03-01T12:00:00X",
        "1772366400", "2026-03", "01/03/2026", "0000-01-01", "2026-03-01T12:00:00+99:00",
    ):  # fmt: skip
        refused(api, createdFrom=moment)
        refused(api, createdTo=moment)


@pytest.mark.contract("jobs.list.sort", "jobs.list.order", "input.choices")
def test_the_order(api: Api) -> None:
    first, second, third = made_at(api, *(NOON + timedelta(days=each) for each in range(3)))
    api.post(f"/jobs/{second}/cancel")  # the last change is to the second one
    assert ids(api) == ids(api, sort="createdAt", order="desc") == [third, second, first]
    assert ids(api, order="asc") == [first, second, third]
    assert ids(api, sort="updatedAt") == ids(api, sort="updatedAt", order="desc")
    assert ids(api, sort="updatedAt") == [second, third, first]
    assert ids(api, sort="updatedAt", order="asc") == [first, third, second]
    for unknown in ("created_at", "completedAt", "id", ""):
        refused(api, sort=unknown)
    for unknown in ("ascending", "DESC", "-1", ""):
        refused(api, order=unknown)


@pytest.mark.contract("page.ties")
def test_ties_go_by_id(api: Api) -> None:
    made = made_at(api, *[NOON] * 12)
    for sort in ("createdAt", "updatedAt"):
        assert ids(api, sort=sort, order="asc") == sorted(made)
        assert ids(api, sort=sort, order="desc") == sorted(made, reverse=True)
