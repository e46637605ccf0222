"""A page for whoever waits until the emulator has nothing left to do, `GET /_ministack/liaison/work`: how many messages
each queue holds, and how many records of its stream each function has still to read. A record counts as read when the
function that was handed it has come back."""

import json

from ministack import app
from ministack.services import dynamodb, lambda_svc, sqs

PATH = "/_ministack/liaison/work"

answer_before_body = app._handle_pre_body_request


async def answer(method, path, *request):
    if method != "GET" or path != PATH:
        return await answer_before_body(method, path, *request)
    return 200, {"Content-Type": "application/json"}, json.dumps(work_left()).encode()


def work_left():
    # The readers are asked before the queues and the streams after: had anything been written or read meanwhile, a
    # reader would be behind.
    read = positions()
    queues = {url.rsplit("/", 1)[-1]: depth(queue) for (*_, url), queue in list(sqs._queues._data.items())}
    readers = [{"function": name, "behind": end(*stream) - position} for name, stream, position in read]
    return {"queues": queues, "readers": readers}


def positions():
    found = []
    for account, region, mapping in lambda_svc._iter_all_esms():
        source = mapping.get("EventSourceArn", "")
        if ":dynamodb:" not in source or not mapping.get("Enabled", True):
            continue
        table = source.split("/stream/")[0].split("/")[-1]
        where = {"account_id": account, "region": region}
        position = lambda_svc._dynamodb_stream_positions.get_scoped(account, region, mapping["UUID"], 0)
        start = dynamodb.stream_start_position(table, **where)
        found.append((mapping["FunctionName"], (table, where), max(position, start)))
    return found


def end(table, where):
    return dynamodb.stream_end_position(table, **where)


def depth(queue):
    sqs._refresh_counts(queue)
    held = queue["attributes"]
    return {
        "visible": int(held["ApproximateNumberOfMessages"]),
        "inFlight": int(held["ApproximateNumberOfMessagesNotVisible"]),
        "delayed": int(held["ApproximateNumberOfMessagesDelayed"]),
    }


app._handle_pre_body_request = answer
