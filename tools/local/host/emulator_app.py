"""The emulator as hypercorn runs it, with one correction and two additions. The correction: AWS lets a role send a batch that may send one message
(Amazon SQS and SNS developer guides, "API permissions"), the emulator would ask for an action of the batch's own name,
which does not exist. The addition: each action that a role was allowed is written down once, so that what roles are
granted can be compared with what they did, and conditions are told which key a request is about (emulator_keys.py)."""

import json
import os

from ministack.core import iam_actions, iam_evaluator

SAME_AS_ONE = {
    "sqs:SendMessageBatch": "sqs:SendMessage",
    "sqs:DeleteMessageBatch": "sqs:DeleteMessage",
    "sqs:ChangeMessageVisibilityBatch": "sqs:ChangeMessageVisibility",
    "sns:PublishBatch": "sns:Publish",
}

by_operation = iam_actions.extract_iam_action


def as_aws_asks(*args, **kwargs):
    action = by_operation(*args, **kwargs)
    return SAME_AS_ONE.get(action, action)


iam_actions.extract_iam_action = as_aws_asks

decide = iam_evaluator.evaluate
calls_file = os.environ["LIAISON_CALLS_FILE"]
written = set()


def deciding(ctx, *policies):
    result = decide(ctx, *policies)
    # arn:aws:sts::<account>:assumed-role/<role>/<session>; who is no role is not of interest.
    role = [*ctx.principal_arn.split("/"), ""][1]
    call = (role, ctx.action)
    if role and result.decision == "Allow" and call not in written:
        written.add(call)
        with open(calls_file, "a", encoding="utf-8") as file:
            file.write(json.dumps({"role": call[0], "action": call[1]}) + "\n")
    return result


iam_evaluator.evaluate = deciding

import emulator_keys  # noqa: E402, F401  (what a condition of a role is told)
import emulator_outlets  # noqa: E402, F401  (what people were handed)
import emulator_work  # noqa: E402, F401  (what is left to do)
from ministack.app import app  # noqa: E402  (after the correction, which it must see)

__all__ = ["app"]
